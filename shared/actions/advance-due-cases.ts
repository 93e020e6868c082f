import { isHeld } from "../cases/run-case.ts";
import { dueShards } from "../cases/table.ts";
import type { Instant } from "../kernel/instant.ts";
import { changeAndRun } from "./change-and-run.ts";
import type { World } from "./world.ts";

export interface AdvanceDueCases {
  readonly deadline?: Instant;
  /** How many cases are run at once. */
  readonly concurrency?: number;
}

/** Cases read from one shard in one sweep; what is left is still due at the next. */
const perShard = 100;

/**
 * Sweeps the due index and runs every case it finds: crashed runners, retries, broken promises. Two sweepers may run at
 * once; each case is taken by one conditional write.
 */
export const advanceDueCases = async (
  world: World,
  { deadline, concurrency = 16 }: AdvanceDueCases,
): Promise<{ readonly advanced: number }> => {
  const now = world.clock();
  const shards = Array.from({ length: dueShards }, (_, shard) => world.cases.listDue(shard, now, perShard));
  const waiting = (await Promise.all(shards)).flat();
  let advanced = 0;
  const worker = async (): Promise<void> => {
    for (let caseId = waiting.pop(); caseId !== undefined; caseId = waiting.pop()) {
      if (deadline !== undefined && world.clock() >= deadline) return;
      if (await advance(world, caseId, deadline)) advanced += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, worker));
  return { advanced };
};

/** Runs one case if it is still due. */
const advance = async (world: World, caseId: string, deadline?: Instant): Promise<boolean> => {
  const found = await world.cases.read(caseId);
  if (!found) return false;
  let isTaken = false;
  await changeAndRun(
    world,
    found,
    (current, now) => {
      isTaken = current.status === "open" && current.due !== undefined && current.due <= now && !isHeld(current, now);
      return isTaken ? [{ type: "resumed", at: now }] : [];
    },
    deadline,
  );
  return isTaken;
};

import { stepsInEffect } from "../cases/begin-anew.ts";
import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { readCase } from "./read-case.ts";
import type { World } from "./world.ts";

export interface WithdrawCase {
  readonly caller: Caller;
  readonly caseId: string;
  readonly reason?: string;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * The person who opened a case takes it back. What has been done stays done; nothing further is started.
 * @throws Refusal `case-not-found`, `not-your-case`, `withdrawal-too-late` once an irreversible step has begun,
 * `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const withdrawCase = async (world: World, request: WithdrawCase): Promise<Case> => {
  const { caller, caseId, reason } = request;
  const found = await readCase(world, { caller, caseId });
  if (found.openedBy !== caller.key) throw new Refusal("not-your-case", { caseId });
  const definition = packageOf(world.packages, found);
  return requestChange(world, found, { ...request, content: { verb: "withdraw", reason } }, (current, now) => {
    const [stepId] = stepsInEffect(definition, current);
    if (stepId !== undefined) throw new Refusal("withdrawal-too-late", { caseId, stepId });
    return [{ type: "withdrawn", at: now, ...(reason !== undefined && { reason }) }];
  });
};

import { randomBytes } from "node:crypto";
import type { Case } from "../cases/case.ts";
import type { Change } from "../cases/change.ts";
import { changeCase } from "../cases/change-case.ts";
import { isHeld, lease, runCase } from "../cases/run-case.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { isRepeated, requestMark } from "./request-mark.ts";
import type { World } from "./world.ts";

/** A runner's name: nobody else has it, and it says nothing. */
export const newOwner = (): string => randomBytes(6).toString("base64url");

/**
 * Makes a change and runs the case on from there, in the same write as the lease. While another runner holds the case the
 * change is only written: that runner finds it and goes on.
 */
export const changeAndRun = async (
  world: World,
  base: Case,
  decide: (current: Case, now: Instant) => readonly Change[],
  deadline?: Instant,
): Promise<Case> => {
  const owner = newOwner();
  const changed = await changeCase(world.cases, base, (current) => {
    const now = world.clock();
    const changes = decide(current, now);
    return changes.length === 0 || isHeld(current, now) ? changes : [...changes, lease(world, owner, now)];
  });
  return changed.lease?.owner === owner ? runCase(world, changed, owner, deadline) : changed;
};

/** A request of a person that changes a case. */
export interface Request {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly expectedVersion?: number;
  readonly deadline?: Instant;
  /** What makes two requests the same: the verb, the step and the content. */
  readonly content: Readonly<Record<string, unknown>>;
  /** A case that was refused takes a correction; otherwise only an open one takes anything. */
  readonly takesRefused?: boolean;
  /** A closed case is opened again by it. */
  readonly takesClosed?: boolean;
}

/**
 * `changeAndRun` for a person's request: a repeated one changes nothing, and one made from an older version is refused.
 * @throws Refusal `idempotency-key-reused`, `case-changed`, `case-closed`, and what `decide` refuses
 */
export const requestChange = (
  world: World,
  base: Case,
  { caller, idempotencyKey, expectedVersion, deadline, content, takesRefused, takesClosed }: Request,
  decide: (current: Case, now: Instant) => readonly Change[],
): Promise<Case> => {
  const mark = requestMark(world, caller, idempotencyKey, content);
  const decideOnce = (current: Case, now: Instant): readonly Change[] => {
    if (isRepeated(current, mark)) return [];
    const isTaken =
      current.status === "open" ||
      (takesRefused && current.status === "refused") ||
      (takesClosed && current.status !== "withdrawn");
    if (!isTaken) throw new Refusal("case-closed", { caseId: current.id, status: current.status });
    if (expectedVersion !== undefined && current.version !== expectedVersion) {
      throw new Refusal("case-changed", { caseId: current.id, expectedVersion, foundVersion: current.version });
    }
    return [{ type: "requested", ...mark, at: now }, ...actedFor(caller, content, now), ...decide(current, now)];
  };
  return changeAndRun(world, base, decideOnce, deadline);
};

/** Who really did it, where it was done for another. */
const actedFor = ({ key, actor }: Caller, { verb, stepId }: Request["content"], at: Instant): readonly Change[] => {
  if (!actor) return [];
  const { key: by, mandateId, kind } = actor;
  const what = { verb: String(verb), ...(stepId !== undefined && { step: String(stepId) }) };
  return [{ type: "acted", at, act: { mandateId, by, for: key, kind, ...what, at } }];
};

import { stepsInEffect } from "../cases/begin-anew.ts";
import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Package } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import { mayDoUnderMandate } from "./act-for.ts";
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
  const definition = packageOf(world.packages, found);
  return requestChange(world, found, { ...request, content: { verb: "withdraw", reason } }, (current, now) => {
    const standing = withdrawalFor(definition, current, caller);
    if (standing === "not-theirs") throw new Refusal("not-your-case", { caseId });
    if (standing !== "possible") throw new Refusal("withdrawal-too-late", { caseId, stepId: standing.since });
    return [{ type: "withdrawn", at: now, ...(reason !== undefined && { reason }) }];
  });
};

/**
 * Whether somebody can take an open case back as it stands; where it is too late, since which irreversible step. The act
 * goes by it, and so does what people are offered.
 */
export const withdrawalFor = (
  definition: Package,
  current: Case,
  caller: Caller,
): "possible" | "not-theirs" | { readonly since: string } => {
  if (current.openedBy !== caller.key || !mayDoUnderMandate(caller, "withdrawCase")) return "not-theirs";
  const [since] = stepsInEffect(definition, current);
  return since === undefined ? "possible" : { since };
};

import type { Case } from "../cases/case.ts";
import { promisedBy } from "../cases/promise.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";
import type { Step } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { readCase, rolesIn, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface RequestStep {
  readonly caller: Caller;
  readonly caseId: string;
  readonly stepId: string;
  readonly reason: string;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * One of the case's people asks for a step that is no part of the plan by itself (a correction of what was declared, the
 * end of a sale that is not registered yet), or for one that was refused and may be tried again. A case that was closed is
 * open again for it.
 * @throws Refusal `case-not-found`, `step-not-found`, `step-not-requestable` for a step of the plan, and for one that it is
 * too early or too late to ask for, or that is under way, `not-your-step`, `case-changed`, `case-closed`,
 * `idempotency-key-reused`
 */
export const requestStep = async (world: World, request: RequestStep): Promise<Case> => {
  const { caller, caseId, stepId, reason } = request;
  const found = await readCase(world, { caller, caseId });
  const { step } = stepOf(world, found, stepId);
  const content = { verb: "request", stepId, reason };
  return requestChange(world, found, { ...request, content, takesClosed: true }, (current, now) => {
    if (!isRequestable(step, current)) throw new Refusal("step-not-requestable", { caseId, stepId });
    if (!requestOf(step, rolesIn(current, caller))) throw new Refusal("not-your-step", { caseId, stepId });
    const asks = step.asks && { waitsFor: step.asks.role, ...promisedBy(step, now) };
    return [{ type: "called-for", step: stepId, at: now, reason, ...asks }];
  });
};

/** Whether a step can be asked for as the case stands: one on request, or one that was refused and may be tried again. */
export const isRequestable = (step: Step, current: Case): boolean => {
  if (current.status === "withdrawn") return false;
  const own = current.steps[step.id]?.status;
  if (step.retriable) return own === "refused";
  if (!step.onRequest || (own !== undefined && own !== "not-applicable" && own !== "done")) return false;
  // What it was to bring is there: there is nothing to ask for any more.
  if (step.gives.some((fact) => current.facts[fact] !== undefined)) return false;
  const { once, until = "" } = step.onRequest;
  return current.steps[once]?.status === "done" && current.steps[until]?.status !== "done";
};

/** What somebody of these roles states by asking for a step; nothing where it is not theirs to ask for. */
export const requestOf = ({ onRequest, retriable }: Step, roles: readonly string[]): Text | undefined =>
  [onRequest, retriable].find((each) => each?.by.some((role) => roles.includes(role)))?.statement;

import type { Case } from "../cases/case.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { answersSchema } from "../packages/form.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { factsOfPerson } from "./facts-of-person.ts";
import { parseFields } from "./parse-fields.ts";
import { readCase, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface Decision {
  readonly approved: boolean;
  readonly reason: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface DecideStep {
  readonly caller: Caller;
  readonly caseId: string;
  readonly stepId: string;
  readonly decision: Decision;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * An officer decides a step that waits for one. Approved, its work is done with the decision in hand; refused, it is
 * refused with the officer's reason, and what builds on it is blocked while everything else stays.
 * @throws Refusal `officer-only`, `case-not-found`, `step-not-found`, `step-not-waiting`, `claimed-by-another`,
 * `answers-invalid`, `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const decideStep = async (world: World, request: DecideStep): Promise<Case> => {
  const { caller, caseId, stepId, decision } = request;
  demandOfficer(caller);
  const found = await readCase(world, { caller, caseId });
  const { definition, step } = stepOf(world, found, stepId);
  const asksOfficer = step.asks?.role === "officer" && decision.approved;
  const answers = asksOfficer
    ? parseFields(answersSchema(definition, step), decision.values ?? {}, "answers-invalid", "/values")
    : {};
  const content = { verb: "decide", stepId, decision };
  return requestChange(world, found, { ...request, content }, (current, now) => {
    demandWaitingForOfficer(current, stepId, caller);
    return [
      {
        type: "decided",
        step: stepId,
        at: now,
        decision: { ...decision, by: caller.key, at: now },
        facts: factsOfPerson(definition, stepId, "officer", answers, now),
      },
    ];
  });
};

/** An officer takes a step in hand, so that no colleague does the same. */
export const claimStep = async (world: World, request: Omit<DecideStep, "decision">): Promise<Case> => {
  const { caller, caseId, stepId } = request;
  demandOfficer(caller);
  const found = await readCase(world, { caller, caseId });
  stepOf(world, found, stepId);
  return requestChange(world, found, { ...request, content: { verb: "claim", stepId } }, (current, now) => {
    demandWaitingForOfficer(current, stepId, caller);
    return [{ type: "claimed", step: stepId, at: now, officer: caller.key }];
  });
};

/** @throws Refusal `officer-only` */
export const demandOfficer = (caller: Caller): void => {
  if (!caller.roles.includes("officer")) throw new Refusal("officer-only", {});
};

const demandWaitingForOfficer = (current: Case, stepId: string, caller: Caller): void => {
  const state = current.steps[stepId];
  if (state?.status !== "waiting" || state.waitsFor !== "officer") {
    throw new Refusal("step-not-waiting", { caseId: current.id, stepId, status: state?.status ?? "not-begun" });
  }
  if (state.claimedBy !== undefined && state.claimedBy !== caller.key) {
    throw new Refusal("claimed-by-another", { caseId: current.id, stepId });
  }
};

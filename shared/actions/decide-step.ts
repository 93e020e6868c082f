import type { Case } from "../cases/case.ts";
import { factsBefore } from "../cases/step-work.ts";
import { valuesOf } from "../cases/values.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { answersSchema } from "../packages/form.ts";
import type { Package } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import { mayCall, policy } from "../people/policy.ts";
import { requestChange } from "./change-and-run.ts";
import { factsOfPerson } from "./facts-of-person.ts";
import { parseFields } from "./parse-fields.ts";
import { readCase, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface Decision {
  readonly approved: boolean;
  readonly reason: string;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Facts that the person should correct: the step is neither approved nor refused, but waits for that. */
  readonly sendBack?: readonly string[];
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
 * refused with the officer's reason, and what builds on it is blocked while everything else stays; sent back, the person
 * is asked again for the marked facts first.
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
  const { sendBack: _sendBack, ...decided } = decision;
  const asked = decision.sendBack && questionOf(definition, decision.sendBack);
  return requestChange(world, found, { ...request, content }, (current, now) => {
    demandWaitingForOfficer(current, stepId, caller);
    if (asked && decision.sendBack) {
      const asksOfficer = step.asks?.role === "officer";
      const { reason, sendBack: fields } = decision;
      const { step: to, role } = asked;
      return [{ type: "sent-back", step: stepId, at: now, to, role, fields, reason, asksOfficer }];
    }
    return [
      {
        type: "decided",
        step: stepId,
        at: now,
        decision: { ...decided, by: caller.key, at: now, about: factsBefore(step, valuesOf(current)) },
        facts: factsOfPerson(definition, stepId, "officer", answers, now),
      },
    ];
  });
};

/** The person's step that asks for these facts. @throws Refusal `answers-invalid` when no one step asks for all of them */
const questionOf = (
  definition: Package,
  fields: readonly string[],
): { readonly step: string; readonly role: string } => {
  const asking = definition.steps.find(
    ({ asks }) => asks && asks.role !== "officer" && fields.every((field) => asks.fields.includes(field)),
  );
  if (asking?.asks && fields.length > 0) return { step: asking.id, role: asking.asks.role };
  const reason = { zh: "没有向当事人询问过这些内容。", en: "No question to a person asks for these facts." };
  throw new Refusal("answers-invalid", { fields: [{ path: "/sendBack", code: "not-asked", reason }] });
};

export interface ClaimStep extends Omit<DecideStep, "decision"> {
  /** Why it is taken out of a colleague's hands; without it, what a colleague has is left alone. */
  readonly outOfHands?: string;
}

/**
 * An officer takes a step in hand, so that no colleague does the same; with a reason, out of a colleague's hands.
 * @throws Refusal as `decideStep`
 */
export const claimStep = async (world: World, request: ClaimStep): Promise<Case> => {
  const { caller, caseId, stepId, outOfHands } = request;
  demandOfficer(caller);
  const found = await readCase(world, { caller, caseId });
  stepOf(world, found, stepId);
  const content = { verb: "claim", stepId, ...(outOfHands !== undefined && { outOfHands }) };
  return requestChange(world, found, { ...request, content }, (current, now) => {
    demandWaitingForOfficer(current, stepId, caller, outOfHands !== undefined);
    const why = outOfHands === undefined ? {} : { outOfHands };
    return [{ type: "claimed", step: stepId, at: now, officer: caller.key, ...why }];
  });
};

/** Staff whom the policy lets do what they ask for; without a route, officers. @throws Refusal `officer-only` */
export const demandOfficer = ({ roles, route = "decideStep" }: Caller): void => {
  if (!mayCall(policy[route], roles)) throw new Refusal("officer-only", {});
};

const demandWaitingForOfficer = (current: Case, stepId: string, caller: Caller, takesOver = false): void => {
  const state = current.steps[stepId];
  if (state?.status !== "waiting" || state.waitsFor !== "officer") {
    throw new Refusal("step-not-waiting", { caseId: current.id, stepId, status: state?.status ?? "not-begun" });
  }
  if (!takesOver && state.claimedBy !== undefined && state.claimedBy !== caller.key) {
    throw new Refusal("claimed-by-another", { caseId: current.id, stepId });
  }
};

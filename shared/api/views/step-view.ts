import type { Case } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactReader, Package, Step } from "../../packages/package.ts";
import type { Standing } from "../../packages/plan.ts";
import { isSettled } from "../../packages/step-status.ts";
import type { StepView } from "../resources/step.ts";
import { awaitedPeople } from "./awaited-people.ts";
import { named } from "./names.ts";
import { stepInWords } from "./step-words.ts";

/** One step of a case: the same for whoever may see the case, but that whoever must pay is told how much. */
export const viewStep = (
  definition: Package,
  current: Case,
  step: Step,
  standing: Standing,
  reader: FactReader,
): StepView => {
  const state = current.steps[step.id];
  const isOpen = current.status === "open";
  const isAwaiting = isOpen && (state?.status === "waiting" || state?.status === "retrying");
  return {
    id: step.id,
    kind: step.kind,
    name: step.name,
    status: state && state.status !== "again" ? state.status : statusOf(standing),
    words:
      awaitedPeople(current, step, reader)?.words ??
      (isOpen || isSettled(state) ? stepInWords(definition, state, standing) : leftUndone),
    ...(isAwaiting && state.waitsFor !== undefined && { waitsFor: named(definition, state.waitsFor) }),
    ...(state && { since: state.since }),
    ...(state?.finishedAt && { finishedAt: state.finishedAt }),
    ...(isAwaiting && state.nextAt && { nextAt: state.nextAt }),
    ...(isAwaiting && state.promisedBy && { promisedBy: state.promisedBy }),
    isOverdue: (isAwaiting && state.isOverdue) ?? false,
    ...(isAwaiting && state.waitsFor === "officer" && { isClaimed: state.claimedBy !== undefined }),
    attempts: state?.attempts ?? 0,
    ...(state?.code !== undefined && { code: state.code }),
    ...(state?.reference !== undefined && { reference: state.reference }),
    ...(state?.document && { document: viewDocument(step, state.document) }),
  };
};

/** A case that was withdrawn leaves steps behind that nobody waits for any more. */
const leftUndone: Text = { zh: "办件已结束,不再办理", en: "the case is closed, nothing more is done" };

export const viewDocument = (
  { resultDocument }: Step,
  document: { readonly number: string; readonly issuedOn: string },
) => ({
  ...(resultDocument && { name: resultDocument }),
  number: document.number,
  issuedOn: document.issuedOn,
});

const statusOf = ({ kind }: Standing): StepView["status"] => {
  switch (kind) {
    case "pending":
    case "ready":
    case "not-applicable":
    case "blocked":
      return kind;
    default:
      // Only steps with a state of their own are settled or under way.
      throw new Error(`a step without a state is ${kind}`);
  }
};

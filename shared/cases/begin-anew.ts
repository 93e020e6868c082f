import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Package } from "../packages/package.ts";
import type { Case, Fact, Signature, StepState } from "./case.ts";
import { withEvent, withStep } from "./case-edits.ts";
import type { StepChange } from "./change.ts";
import { anew, fresh, withoutPromise } from "./step-clocks.ts";

type ChangeOf<Type extends StepChange["type"]> = Extract<StepChange, { readonly type: Type }>;

/** Whether any of these steps, if it were taken back now, would have to be undone. */
export const haveBegun = (current: Case, steps: readonly string[]): boolean =>
  steps.some((id) => !["again", "not-applicable", undefined].includes(current.steps[id]?.status));

/**
 * The irreversible steps that have taken effect, or may have: with one of them it is too late to take the case back. Not the
 * same as having begun: an act that was refused did nothing, and one that is to be done anew was done before.
 */
export const stepsInEffect = (definition: Package, current: Case): readonly string[] =>
  definition.steps
    .filter(({ isIrreversible }) => isIrreversible)
    .map(({ id }) => id)
    .filter((id) => !["refused", "not-applicable", undefined].includes(current.steps[id]?.status));

/** What these steps gave is taken back, and they begin anew when their inputs are in hand again. */
export const reopened = (current: Case, change: ChangeOf<"reopened">): Case => {
  if (haveBegun(current, change.unlessBegun)) return current;
  return withEvent(begunAnew(current, change), "step-reopened", change.at, { step: change.step, again: change.again });
};

/** An officer's decision stands in place of the rule's, and what builds on that begins anew; a closed case is open again. */
export const takenOver = (current: Case, change: ChangeOf<"taken-over">): Case => {
  if (haveBegun(current, change.unlessBegun)) return current;
  const { step, at, decision, again } = change;
  const { closedAt: _closedAt, ...rest } = begunAnew(current, { again, at, because: inPlaceOfTheRule });
  const state = rest.steps[step] ?? fresh(at);
  const next: Case = {
    ...rest,
    status: "open",
    ...(current.status === "completed" && { isReopened: true }),
    steps: { ...rest.steps, [step]: { ...state, decision } },
  };
  return withEvent(next, "decision-taken-over", at, { step, again });
};

/** A step that somebody has asked for begins, anew if it was asked for before; a closed case is open again. */
export const calledFor = (current: Case, change: ChangeOf<"called-for">, state: StepState | undefined): Case => {
  const { step, at, reason, waitsFor, promisedBy } = change;
  const facts = Object.fromEntries(Object.entries(current.facts).filter(([, { source }]) => source.step !== step));
  const { closedAt: _closedAt, ...rest } = current;
  const begun: StepState = {
    ...anew(state ?? fresh(at), at),
    round: (state?.round ?? 0) + 1,
    status: waitsFor === undefined ? "answered" : "waiting",
    because: { zh: `申请理由:${reason}`, en: `Asked for because: ${reason}` },
    ...(waitsFor !== undefined && { waitsFor }),
    ...(promisedBy && { promisedBy }),
  };
  const open: Case = {
    ...rest,
    facts,
    status: "open",
    ...(current.status === "completed" && { isReopened: true }),
    // What was blocked may come again.
    steps: {
      ...Object.fromEntries(Object.entries(current.steps).filter(([, each]) => each.status !== "blocked")),
      [step]: begun,
    },
  };
  return withEvent(open, "step-called-for", at, { step });
};

const inPlaceOfTheRule: Text = {
  zh: "税务人员已接管系统的自动判定",
  en: "an officer has taken over what the system had decided",
};

export const begunAnew = (
  current: Case,
  change: { readonly again: readonly string[]; readonly at: Instant; readonly because: Text },
): Case => {
  const again = new Set(change.again);
  const facts: Record<string, Fact> = {};
  const former: Record<string, Record<string, unknown>> = {};
  for (const [name, fact] of Object.entries(current.facts)) {
    const { step, kind } = fact.source;
    // What people said stays; what an officer put in a rule's place goes with the rule.
    const isSaid = kind === "person" && current.steps[step]?.decision?.results === undefined;
    if (isSaid || !again.has(step)) facts[name] = fact;
    else former[step] = { ...former[step], [name]: fact.value };
  }
  const steps = { ...current.steps };
  for (const id of change.again) {
    const state = current.steps[id] ?? fresh(change.at);
    const { waitsFor: _waitsFor, nextAt: _nextAt, isStated: _isStated, ...rest } = state;
    const { decision } = state;
    steps[id] = {
      ...anew(rest, change.at),
      status: "again",
      round: state.round + 1,
      because: change.because,
      ...(decision && { decision }),
      ...(state.status === "done" && { former: former[id] ?? {} }),
      ...(state.document && { formerDocument: state.document }),
    };
  }
  // An answer that has come meanwhile was to what was asked before.
  const early = Object.fromEntries(Object.entries(current.early).filter(([id]) => !again.has(id)));
  return { ...current, facts, steps, early };
};

/** Signatures over a form that is no longer the form are taken back; whoever gave them is asked again, and told why. */
export const unsigned = (current: Case, change: ChangeOf<"unsigned">, state: StepState | undefined): Case => {
  if (!state || haveBegun(current, change.unlessBegun)) return current;
  const isVoid = ({ person, form }: Signature) =>
    change.signed.some((each) => each.person === person && each.form === form);
  const voided = new Set((state.signed ?? []).filter(isVoid).map(({ person }) => person));
  if (voided.size === 0) return current;
  const waits = state.status === "waiting" ? withoutPromise(state, change.at) : anew(state, change.at);
  const again: StepState = {
    ...waits,
    status: "waiting",
    since: change.at,
    waitsFor: change.role,
    round: state.round + 1,
    because: change.because,
    signed: (state.signed ?? []).filter(({ person }) => !voided.has(person)),
    answeredBy: (state.answeredBy ?? []).filter((person) => !voided.has(person)),
    ...(change.promisedBy && { promisedBy: change.promisedBy }),
  };
  const said = Object.entries(current.facts).filter(([, { source }]) => source.step !== change.step);
  const without = { ...current, facts: Object.fromEntries(said) };
  return withEvent(withStep(without, change.step, again), "signature-voided", change.at, {
    step: change.step,
    people: voided.size,
  });
};

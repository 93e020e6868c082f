import { elapsed } from "../kernel/instant.ts";
import { isSettled } from "../packages/step-status.ts";
import { calledFor, reopened, takenOver, unsigned } from "./begin-anew.ts";
import type { Case, StepState } from "./case.ts";
import { withEvent, withStep } from "./case-edits.ts";
import type { CallTime, StepChange } from "./change.ts";
import { withDraft, withoutDraft } from "./drafts.ts";
import { anew, begun, bookedOf, called, fresh, handsOf, onward, waiting, withoutPromise } from "./step-clocks.ts";

/** What a change that is allowed makes of its step. */
export const applyToStep = (current: Case, change: StepChange, state: StepState | undefined): Case => {
  switch (change.type) {
    case "started":
      if (change.provided?.some((id) => isOpenAgain(current.steps[id]))) return current;
      return withStep(current, change.step, { ...begun(state, change), status: "started", since: change.at });
    case "asked": {
      const isAlreadyAnswered = current.early[change.step] !== undefined;
      const asked: StepState = {
        ...withoutPromise(withoutStale(called(begun(state, change), change.call), change), change.at),
        status: isAlreadyAnswered ? "answered" : "waiting",
        since: change.at,
        waitsFor: change.waitsFor,
        ...(change.because && { because: change.because }),
        ...(change.promisedBy && { promisedBy: change.promisedBy }),
      };
      return withEvent(withStep(current, change.step, asked), "step-waiting", change.at, {
        step: change.step,
        waitsFor: change.waitsFor,
      });
    }
    case "answered": {
      const { marked: _marked, ...waited } = waiting(state, change);
      const { person, form, at } = change;
      const answered: StepState = {
        ...waited,
        answeredBy: [...(waited.answeredBy ?? []), person],
        ...(form !== undefined && { signed: [...(waited.signed ?? []), { person, form, at }] }),
        ...(change.isStated && change.isLast && { isStated: true }),
      };
      const given = { ...withoutDraft(current, change), facts: { ...current.facts, ...change.facts } };
      const withFacts = takenUpAgain(given, change);
      if (!change.isLast) return withStep(withFacts, change.step, answered);
      if (change.hasWork) {
        const { nextAt: _nextAt, code: _code, ...next } = onward(answered, change);
        return withStep(withFacts, change.step, next);
      }
      return settled(withFacts, change.step, answered, "done", change);
    }
    case "drafted":
      return withDraft(current, change);
    case "claimed":
      return withStep(current, change.step, {
        ...waiting(state, { at: change.at, activeMilliseconds: handsOf(state, change.at) }),
        claimedBy: change.officer,
        claimedAt: change.at,
        ...(state?.claimedBy &&
          change.outOfHands !== undefined && {
            takenFrom: { officer: state.claimedBy, at: change.at, reason: change.outOfHands },
          }),
      });
    case "decided": {
      const decided: StepState = {
        ...waiting(state, { at: change.at, activeMilliseconds: handsOf(state, change.at) }),
        decision: change.decision,
      };
      if (change.decision.approved) {
        const withFacts = { ...current, facts: { ...current.facts, ...change.facts } };
        return withStep(withFacts, change.step, onward(decided, change));
      }
      const { reason } = change.decision;
      return settled(
        current,
        change.step,
        {
          ...decided,
          code: "officer-refused",
          because: { zh: `税务人员不予办理:${reason}`, en: `Refused by an officer: ${reason}` },
        },
        "refused",
        change,
      );
    }
    case "called-for":
      return calledFor(current, change, state);
    case "ended":
      return settled(current, change.step, state ?? fresh(change.at), "not-applicable", change);
    case "taken-over":
      return takenOver(current, change);
    case "sent-back":
      return sentBack(current, change, state);
    case "corrected":
      return corrected(current, change);
    case "reopened":
      return reopened(current, change);
    case "unsigned":
      return unsigned(current, change, state);
    case "arrived": {
      if (current.early[change.step] !== undefined) return current;
      const kept = { ...current, early: { ...current.early, [change.step]: { answer: change.answer, at: change.at } } };
      if (state?.status !== "waiting") return kept;
      const { waitsFor: _waitsFor, because: _because, ...waited } = state;
      const authority = state.clocks.authority + elapsed(state.since, change.at);
      return withStep(kept, change.step, {
        ...waited,
        status: "answered",
        since: change.at,
        clocks: { ...state.clocks, authority },
      });
    }
    case "finished": {
      const {
        former: _former,
        formerDocument: _document,
        ...working
      } = withoutStale(called(begun(state, change), change.call), change);
      const finished: StepState = {
        ...working,
        ...(change.request !== undefined && { request: change.request }),
        ...(change.document && { document: change.document }),
        ...(change.because && { because: change.because }),
      };
      const { [change.step]: _consumed, ...early } = current.early;
      return settled(
        { ...current, early, facts: { ...change.facts, ...current.facts } },
        change.step,
        finished,
        "done",
        change,
      );
    }
    case "refused": {
      const refused = { ...called(begun(state, change), change.call), code: change.code, because: change.because };
      const { [change.step]: _consumed, ...early } = current.early;
      return settled({ ...current, early }, change.step, refused, "refused", change);
    }
    case "silent": {
      return withStep(current, change.step, {
        ...withoutPromise(called(begun(state, change), change.call), change.at),
        status: "retrying",
        since: change.at,
        waitsFor: change.call?.authority ?? "system",
        nextAt: change.nextAt,
        code: change.code,
        because: change.because,
      });
    }
    case "skipped":
      return settled(current, change.step, { ...fresh(change.at), round: state?.round ?? 0 }, "not-applicable", change);
    case "blocked":
      return settled(current, change.step, { ...fresh(change.at), blockedBy: change.by }, "blocked", change);
    case "overdue":
      if (!state || state.isOverdue) return current;
      return withEvent(withStep(current, change.step, { ...state, isOverdue: true }), "promise-broken", change.at, {
        step: change.step,
        waitsFor: state.waitsFor,
      });
  }
};

type ChangeOf<Type extends StepChange["type"]> = Extract<StepChange, { readonly type: Type }>;

/** The person's answer is open again, with what to correct; the officer's step waits for it. */
const sentBack = (current: Case, change: ChangeOf<"sent-back">, state: StepState | undefined): Case => {
  const asked = current.steps[change.to];
  if (!state || asked?.status !== "done") return current;
  const { at } = change;
  const waited = waiting(state, { at, activeMilliseconds: handsOf(state, at) });
  const { claimedBy: _by, claimedAt: _at, because: _because, ...rest } = withoutPromise(waited, at);
  const reopened: StepState = {
    ...anew(asked, change.at),
    status: "waiting",
    waitsFor: change.role,
    marked: { fields: change.fields, reason: change.reason },
  };
  const { to, asksOfficer } = change;
  const next = withStep(withStep(current, to, reopened), change.step, {
    ...rest,
    waitsFor: change.role,
    sentBack: { to, asksOfficer },
  });
  return withEvent(next, "step-sent-back", change.at, { step: change.step, to });
};

/** A corrected answer has come: the steps that were sent back for it go on with it. */
const takenUpAgain = (current: Case, change: ChangeOf<"answered">): Case =>
  Object.entries(current.steps)
    .filter(([, { status, sentBack }]) => status === "waiting" && sentBack?.to === change.step)
    .reduce((next, [id, state]) => {
      const { sentBack, ...rest } = waiting(state, { at: change.at, activeMilliseconds: 0 });
      const again = sentBack?.asksOfficer
        ? { ...rest, status: "waiting" as const, waitsFor: "officer", round: rest.round + 1 }
        : onward(rest, change);
      return withStep(next, id, again);
    }, current);

/** New facts in place of the old; what was refused is tried again, what was blocked may come, what is done stays. */
const corrected = (current: Case, change: ChangeOf<"corrected">): Case => {
  const steps: Record<string, StepState> = {};
  for (const [id, state] of Object.entries(current.steps)) {
    const again = change.again.find(({ step }) => step === id);
    if (state.status === "blocked") continue;
    if (!again) steps[id] = state;
    else if (again.asks === undefined) steps[id] = onward(anew(state, change.at), change);
    else steps[id] = { ...anew(state, change.at), status: "waiting", waitsFor: again.asks, round: state.round + 1 };
  }
  const { closedAt: _closedAt, ...rest } = current;
  const facts = { ...current.facts, ...change.facts };
  return withEvent({ ...rest, status: "open", steps, facts }, "case-corrected", change.at, {
    step: change.step,
    again: change.again.map(({ step }) => step),
  });
};

const isOpenAgain = (state: StepState | undefined): boolean => state !== undefined && !isSettled(state);

const withoutStale = (state: StepState, { dropsDecision }: { readonly dropsDecision?: boolean }): StepState => {
  if (!dropsDecision) return state;
  const { decision: _decision, ...rest } = state;
  return rest;
};

/**
 * Pure logic over facts in hand: nobody was asked, nobody waited, nothing is to be told. Whoever died before they noted that
 * they had asked has a request, and no attempt, when the answer is there first.
 */
const isRuleAlone = ({ status, attempts, round, answeredBy, request }: StepState): boolean =>
  status === "done" && attempts === 0 && round === 0 && answeredBy === undefined && request === undefined;

const settled = (
  current: Case,
  step: string,
  state: StepState,
  status: "done" | "refused" | "not-applicable" | "blocked",
  { at, call }: { readonly at: StepState["since"]; readonly call?: CallTime },
): Case => {
  const { nextAt: _nextAt, waitsFor: _waitsFor, ...rest } = withoutPromise(state, at);
  const machine = Math.max(0, elapsed(state.readyAt, at) - bookedOf(state.clocks));
  const clocks = { ...state.clocks, machine };
  const reached = { ...rest, status, since: at, finishedAt: at, clocks };
  const next = withStep(current, step, reached);
  if (status === "not-applicable" || status === "blocked" || isRuleAlone(reached)) return next;
  const type = status === "done" ? "step-completed" : "step-refused";
  const code = state.code === undefined || status === "done" ? {} : { code: state.code };
  const whose = { ...(call && { authority: call.authority }), ...(rest.late !== undefined && { late: rest.late }) };
  return withEvent(next, type, at, { step, attempts: state.attempts, clocks, ...whose, ...code });
};

import { elapsed } from "../kernel/instant.ts";
import type { Clocks, StepState } from "./case.ts";
import type { CallTime } from "./change.ts";

/**
 * How a step's state moves on, with the time that has passed booked to one of its clocks. Only here, so that no step
 * and no action keeps time by hand.
 */
const noTime: Clocks = { active: 0, away: 0, machine: 0, authority: 0 };

/** A step whose inputs are in hand since then, and whose clocks start there. */
export const fresh = (readyAt: StepState["readyAt"]): StepState => ({
  status: "started",
  attempts: 0,
  round: 0,
  readyAt,
  since: readyAt,
  clocks: noTime,
});

/** A step whose work goes on: from nothing, or out of silence, whose time is the authority's. */
export const begun = (
  state: StepState | undefined,
  change: { readonly at: StepState["since"]; readonly readyAt: StepState["readyAt"] },
): StepState => {
  if (!state) return fresh(change.readyAt);
  const { waitsFor: _waitsFor, nextAt: _nextAt, code: _code, because: _because, ...rest } = state;
  if (state.status !== "retrying") return rest;
  const callTime = "call" in change ? ((change.call as CallTime | undefined)?.milliseconds ?? 0) : 0;
  const silence = Math.max(0, elapsed(state.since, change.at) - callTime);
  return { ...rest, clocks: { ...state.clocks, authority: state.clocks.authority + silence } };
};

/** Books a call to the authority that it was made to. */
export const called = (state: StepState, call: CallTime | undefined): StepState =>
  call === undefined
    ? state
    : {
        ...state,
        attempts: state.attempts + call.attempts,
        ...(call.reference !== "" && { reference: call.reference }),
        clocks: { ...state.clocks, authority: state.clocks.authority + call.milliseconds },
      };

/**
 * Books the time since the step began to wait, or since the last answer, to whom it waited for: to the person, active
 * first and the rest away, or to the officer, in hand first and the rest in the queue.
 */
export const waiting = (
  state: StepState | undefined,
  change: { readonly at: StepState["since"]; readonly activeMilliseconds: number },
): StepState => {
  const waited = state ?? fresh(change.at);
  const total = elapsed(waited.since, change.at);
  const active = Math.min(total, Math.max(0, change.activeMilliseconds));
  const { clocks } = waited;
  return {
    ...waited,
    since: change.at,
    clocks:
      waited.waitsFor === "officer"
        ? { ...clocks, hands: (clocks.hands ?? 0) + active, queue: (clocks.queue ?? 0) + total - active }
        : { ...clocks, active: clocks.active + active, away: clocks.away + total - active },
  };
};

/** All that is booked so far. */
export const bookedOf = ({ active, away, authority, queue = 0, hands = 0 }: Clocks): number =>
  active + away + authority + queue + hands;

/** A step whose promise ends here, kept or not: what lay beyond it is noted, and a later promise can be broken anew. */
export const withoutPromise = (
  state: StepState,
  at: StepState["since"],
): Omit<StepState, "promisedBy" | "isOverdue"> => {
  const { promisedBy, isOverdue: _isOverdue, ...rest } = state;
  const late = promisedBy === undefined ? 0 : elapsed(promisedBy, at);
  return late === 0 ? rest : { ...rest, late: (state.late ?? 0) + late };
};

/** How long an officer has had it in hand. */
export const handsOf = (state: StepState | undefined, now: StepState["since"]): number =>
  state?.claimedAt === undefined ? 0 : elapsed(state.claimedAt, now);

/** From an answer to the work that it allows, as a new round. */
export const onward = (state: StepState, { at }: { readonly at: StepState["since"] }): StepState => {
  const { waitsFor: _waitsFor, because: _because, ...rest } = withoutPromise(state, at);
  return { ...rest, status: "answered", since: at, round: state.round + 1 };
};

/** Done with before, begun anew: another attempt with clocks of its own. */
export const anew = (state: StepState, at: StepState["since"]): StepState => {
  const ended = withoutPromise(state, at);
  const { finishedAt: _finishedAt, answeredBy: _answeredBy, code: _code, because: _because, ...rest } = ended;
  const { decision: _decision, document: _document, late: _late, ...again } = rest;
  return { ...again, since: at, readyAt: at, clocks: noTime };
};

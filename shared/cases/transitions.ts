import { elapsed } from "../kernel/instant.ts";
import type { StepStatus } from "../packages/step-status.ts";
import type { Case, CaseEvent, Clocks, StepState } from "./case.ts";
import type { CallTime, CaseChange, Change, StepChange } from "./change.ts";

type From = StepStatus | "new";

/**
 * Which change is allowed from which state of a step. What is not allowed has been overtaken by another writer and
 * changes nothing: results are first-write-wins, and a settled step is never overwritten.
 */
const allowedFrom: Readonly<Record<StepChange["type"], readonly From[]>> = {
  started: ["new", "answered", "retrying"],
  asked: ["new", "started", "answered", "retrying"],
  answered: ["waiting"],
  claimed: ["waiting"],
  decided: ["waiting"],
  arrived: ["new", "started", "answered", "retrying", "waiting"],
  finished: ["new", "started", "answered", "retrying"],
  refused: ["new", "started", "answered", "retrying", "waiting"],
  silent: ["new", "started", "answered", "retrying"],
  skipped: ["new"],
  blocked: ["new"],
  overdue: ["waiting"],
};

/** Applies one change to a case as it stands. Pure; a change that came too late returns the very same case. */
export const apply = (current: Case, change: Change): Case => {
  if (!("step" in change)) return applyToCase(current, change);
  if (current.status !== "open") return current;
  const state = current.steps[change.step];
  if (!allowedFrom[change.type].includes(state?.status ?? "new")) return current;
  return applyToStep(current, change, state);
};

const applyToCase = (current: Case, change: CaseChange): Case => {
  switch (change.type) {
    case "opened":
      return withEvent(current, "case-opened", change.at, { packageId: current.packageId, channel: current.channel });
    case "resumed":
      return current;
    case "joined": {
      const added = change.parties.filter(
        ({ person, role }) => !current.parties.some((party) => party.person === person && party.role === role),
      );
      return added.length === 0 ? current : { ...current, parties: [...current.parties, ...added] };
    }
    case "withdrawn":
      if (current.status !== "open") return current;
      return withEvent({ ...current, status: "withdrawn", closedAt: change.at }, "case-withdrawn", change.at, {});
    case "closed":
      if (current.status !== "open") return current;
      return withEvent({ ...current, status: change.status, closedAt: change.at }, `case-${change.status}`, change.at, {
        milliseconds: elapsed(current.openedAt, change.at),
      });
    case "leased":
      return { ...current, lease: { owner: change.owner, until: change.until }, due: change.until };
    case "released": {
      if (current.lease?.owner !== change.owner) return current;
      const { lease: _lease, due: _due, ...rest } = current;
      return change.due === undefined ? rest : { ...rest, due: change.due };
    }
    case "requested":
      return {
        ...current,
        requests: [...current.requests, { key: change.key, body: change.body }].slice(-rememberedRequests),
      };
  }
};

/** A client repeats a request within minutes; nobody makes this many different ones in between. */
const rememberedRequests = 24;

const applyToStep = (current: Case, change: StepChange, state: StepState | undefined): Case => {
  switch (change.type) {
    case "started":
      return withStep(current, change.step, { ...begun(state, change), status: "started", since: change.at });
    case "asked": {
      const isAlreadyAnswered = current.early[change.step] !== undefined;
      const asked: StepState = {
        ...called(begun(state, change), change.call),
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
      const waited = waiting(state, change);
      const answered: StepState = { ...waited, answeredBy: [...(waited.answeredBy ?? []), change.person] };
      const withFacts = { ...current, facts: { ...current.facts, ...change.facts } };
      if (!change.isLast) return withStep(withFacts, change.step, answered);
      if (change.hasWork) return withStep(withFacts, change.step, onward(answered, change));
      return settled(withFacts, change.step, answered, "done", change);
    }
    case "claimed":
      return withStep(current, change.step, {
        ...waiting(state, { at: change.at, activeMilliseconds: 0 }),
        claimedBy: change.officer,
        claimedAt: change.at,
      });
    case "decided": {
      const decided: StepState = {
        ...waiting(state, {
          at: change.at,
          activeMilliseconds: state?.claimedAt ? elapsed(state.claimedAt, change.at) : 0,
        }),
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
      const finished: StepState = {
        ...called(begun(state, change), change.call),
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
      const { promisedBy: _promisedBy, ...silent } = called(begun(state, change), change.call);
      return withStep(current, change.step, {
        ...silent,
        status: "retrying",
        since: change.at,
        waitsFor: change.call?.authority ?? "system",
        nextAt: change.nextAt,
        code: change.code,
        because: change.because,
      });
    }
    case "skipped":
      return settled(current, change.step, fresh(change.at), "not-applicable", change);
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

const noTime: Clocks = { active: 0, away: 0, machine: 0, authority: 0 };

const fresh = (readyAt: StepState["readyAt"]): StepState => ({
  status: "started",
  attempts: 0,
  round: 0,
  readyAt,
  since: readyAt,
  clocks: noTime,
});

/** A step whose work goes on: from nothing, or out of silence, whose time is the authority's. */
const begun = (
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

const called = (state: StepState, call: CallTime | undefined): StepState =>
  call === undefined
    ? state
    : {
        ...state,
        attempts: state.attempts + call.attempts,
        ...(call.reference !== "" && { reference: call.reference }),
        clocks: { ...state.clocks, authority: state.clocks.authority + call.milliseconds },
      };

/** Books the time since the step began to wait, or since the last answer, to the person: active first, the rest away. */
const waiting = (
  state: StepState | undefined,
  change: { readonly at: StepState["since"]; readonly activeMilliseconds: number },
): StepState => {
  const waited = state ?? fresh(change.at);
  const total = elapsed(waited.since, change.at);
  const active = Math.min(total, Math.max(0, change.activeMilliseconds));
  return {
    ...waited,
    since: change.at,
    clocks: { ...waited.clocks, active: waited.clocks.active + active, away: waited.clocks.away + total - active },
  };
};

/** From an answer to the work that it allows, as a new round. */
const onward = (state: StepState, { at }: { readonly at: StepState["since"] }): StepState => {
  const { waitsFor: _waitsFor, because: _because, promisedBy: _promisedBy, ...rest } = state;
  return { ...rest, status: "answered", since: at, round: state.round + 1 };
};

const settled = (
  current: Case,
  step: string,
  state: StepState,
  status: "done" | "refused" | "not-applicable" | "blocked",
  { at }: { readonly at: StepState["since"] },
): Case => {
  const { nextAt: _nextAt, promisedBy: _promisedBy, waitsFor: _waitsFor, ...rest } = state;
  const { active, away, authority } = state.clocks;
  const machine = Math.max(0, elapsed(state.readyAt, at) - active - away - authority);
  const clocks = { ...state.clocks, machine };
  const next = withStep(current, step, { ...rest, status, since: at, finishedAt: at, clocks });
  if (status === "not-applicable" || status === "blocked") return next;
  const type = status === "done" ? "step-completed" : "step-refused";
  const code = state.code === undefined || status === "done" ? {} : { code: state.code };
  return withEvent(next, type, at, { step, attempts: state.attempts, clocks, ...code });
};

const withStep = (current: Case, step: string, state: StepState): Case => ({
  ...current,
  steps: { ...current.steps, [step]: state },
});

/** Events of the write under way; their ids are final, because a write that loses is made anew over the new version. */
const withEvent = (current: Case, type: string, at: CaseEvent["at"], data: CaseEvent["data"]): Case => ({
  ...current,
  events: [...current.events, { id: `${current.id}-${current.version + 1}-${current.events.length}`, type, at, data }],
});

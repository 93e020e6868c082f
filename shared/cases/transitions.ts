import { elapsed } from "../kernel/instant.ts";
import type { StepStatus } from "../packages/step-status.ts";
import { endAuthorisation } from "./authorisation-ended.ts";
import type { Case } from "./case.ts";
import { withEvent } from "./case-edits.ts";
import { caseTimes } from "./case-times.ts";
import type { CaseChange, Change, StepChange } from "./change.ts";
import { withoutDrafts } from "./drafts.ts";
import { applyMandate } from "./mandate-changes.ts";
import { withMessages } from "./messages.ts";
import { objected, withObjectionsAnswered } from "./objections.ts";
import { applyToStep } from "./step-transitions.ts";

type From = StepStatus | "new";

const notOver: readonly From[] = [
  "new",
  "again",
  "started",
  "waiting",
  "answered",
  "retrying",
  "done",
  "not-applicable",
];

/**
 * Which change is allowed from which state of a step. What is not allowed has been overtaken by another writer and
 * changes nothing: results are first-write-wins, and a settled step is never overwritten.
 */
const allowedFrom: Readonly<Record<StepChange["type"], readonly From[]>> = {
  started: ["new", "again", "answered", "retrying"],
  asked: ["new", "again", "started", "answered", "retrying"],
  answered: ["waiting", "retrying"],
  drafted: ["waiting", "retrying"],
  claimed: ["waiting"],
  decided: ["waiting"],
  "taken-over": ["done", "refused"],
  "called-for": ["new", "not-applicable", "done", "refused"],
  ended: ["new", "again", "started", "waiting", "answered", "retrying"],
  "sent-back": ["waiting"],
  corrected: ["done"],
  reopened: notOver,
  unsigned: ["waiting", "done"],
  arrived: ["new", "again", "started", "answered", "retrying", "waiting"],
  finished: ["new", "again", "started", "answered", "retrying"],
  refused: ["new", "again", "started", "answered", "retrying", "waiting"],
  silent: ["new", "again", "started", "answered", "retrying"],
  skipped: ["new", "again"],
  blocked: ["new", "again"],
  overdue: ["waiting"],
};

/**
 * Applies one change to a case as it stands, and tells its people. Pure; a change that came too late returns the very
 * same case.
 */
export const apply = (current: Case, change: Change): Case => {
  const changed = applyAlone(current, change);
  return changed === current ? current : withMessages(current, change, changed);
};

const applyAlone = (current: Case, change: Change): Case => {
  if (!("step" in change)) return applyToCase(current, change);
  if (!isTakenBy(current, change)) return current;
  const state = current.steps[change.step];
  if (!allowedFrom[change.type].includes(state?.status ?? "new")) return current;
  // Found before the step was begun anew: about facts that no longer hold.
  if (change.round !== undefined && change.round !== (state?.round ?? 0)) return current;
  return withObjectionsAnswered(current, change, applyToStep(current, change, state));
};

/** A closed case takes a correction of what was refused, and an officer's own decision in place of a rule's. */
const isTakenBy = ({ status }: Case, { type }: StepChange): boolean => {
  if (status === "open") return true;
  if (type === "corrected") return status === "refused";
  return (type === "taken-over" || type === "called-for") && status !== "withdrawn";
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
    case "authorised":
      return { ...current, consents: [...current.consents, change.consent] };
    case "authorisation-ended":
      return endAuthorisation(current, change);
    case "objected":
      return objected(current, change);
    case "mandate-given":
    case "mandate-ended":
    case "acted":
      return applyMandate(current, change);
    case "handed-over":
      return withEvent(current, "case-handed-over", change.at, { from: change.from, to: change.to });
    case "withdrawn":
      if (current.status !== "open") return current;
      return withEvent(
        { ...withoutDrafts(current), status: "withdrawn", closedAt: change.at },
        "case-withdrawn",
        change.at,
        {
          waiting: waitingForPeople(current),
        },
      );
    case "closed":
      if (current.status !== "open") return current;
      return closed(current, change.status, change.at);
    case "rated": {
      const { person, score, at } = change;
      if (current.status === "open" || current.ratings?.some((rating) => rating.person === person)) return current;
      const ratings = [...(current.ratings ?? []), { person, score, at }];
      return withEvent({ ...current, ratings }, "case-rated", at, { score });
    }
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

/** What a closing case tells of its times; one that is refused only how long it took, for it did not go its way. */
const closed = (current: Case, status: "completed" | "refused", at: Case["openedAt"]): Case => {
  const next = { ...withoutDrafts(current), status, closedAt: at };
  if (status === "refused") {
    return withEvent(next, "case-refused", at, { milliseconds: elapsed(current.openedAt, at) });
  }
  const steps = Object.values(current.steps);
  return withEvent(next, "case-completed", at, {
    ...caseTimes(steps, current.openedAt, at),
    ...(current.isReopened && { again: true }),
    withOfficer: steps.some(({ decision, claimedBy }) => decision !== undefined || claimedBy !== undefined),
  });
};

/** The steps at which somebody was asked and had not answered. */
const waitingForPeople = ({ steps }: Case): string[] =>
  Object.entries(steps)
    .filter(([, { status, waitsFor }]) => status === "waiting" && waitsFor !== "officer")
    .map(([id]) => id);

/** A client repeats a request within minutes; nobody makes this many different ones in between. */
const rememberedRequests = 24;

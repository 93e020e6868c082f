import type { Case, Message, MessageAddress, StepState } from "./case.ts";
import { withEvent } from "./case-edits.ts";
import type { Change } from "./change.ts";

type Told = Omit<Message, "number" | "at">;

/**
 * What the people of a case are told of a change, derived from the change itself: steps say nothing of their own. A
 * message is part of the write that it tells of and is never altered; the event that carries it outward says no more than
 * that there is one.
 */
export const withMessages = (before: Case, change: Change, after: Case): Case => {
  let current = after;
  for (const told of messagesOf(before, change, after)) {
    const earlier = current.messages ?? [];
    const message = { number: earlier.length + 1, at: change.at, ...told };
    const { number, kind, step, to } = message;
    const data = { message: number, kind, ...(step !== undefined && { step }), ...(to && { to: to.role }) };
    current = withEvent({ ...current, messages: [...earlier, message] }, "message-written", change.at, data);
  }
  return current;
};

const messagesOf = (before: Case, change: Change, after: Case): readonly Told[] => {
  switch (change.type) {
    case "opened":
      return [{ kind: "opened", to: { role: "opener" } }];
    case "joined":
      return named(before, after);
    case "withdrawn":
      return [{ kind: "withdrawn", ...(change.reason !== undefined && { reason: change.reason }) }];
    case "closed":
      return [{ kind: change.status === "refused" ? "refused-case" : "completed" }];
    case "asked":
      return asked(change, after);
    case "sent-back": {
      const { to: step, role, fields, reason } = change;
      return [{ kind: "sent-back", step, to: { role }, fields, reason }];
    }
    case "answered": {
      const { step, person, form } = change;
      return form === undefined ? [] : [{ kind: "signed", step, to: { role: waitsFor(before, step), person } }];
    }
    case "unsigned": {
      const { step, role, because } = change;
      const still = after.steps[step]?.answeredBy ?? [];
      const asksAgain = (before.steps[step]?.answeredBy ?? []).filter((person) => !still.includes(person));
      const told = { kind: "voided", step, because, ...termOf(after.steps[step]) } as const;
      return asksAgain.map((person) => ({ ...told, to: { role, person } }));
    }
    case "corrected":
      return [{ kind: "taken-up-again", step: change.step }];
    case "reopened":
      return change.isQuiet ? [] : [{ kind: "begun-anew", step: change.step, because: change.because }];
    case "called-for": {
      const { step, reason } = change;
      return [{ kind: "called-for", step, reason, ...termOf(after.steps[step]) }];
    }
    case "taken-over":
      return [{ kind: "decided-anew", step: change.step, reason: change.decision.reason }];
    case "overdue": {
      const { step } = change;
      const who = waitsFor(before, step);
      return isOfPeople(after, who) ? [{ kind: "reminded", step, to: { role: who } }] : [{ kind: "late", step, who }];
    }
    case "finished":
    case "refused":
    case "decided":
      return settled(change, before, after);
    default:
      return [];
  }
};

/** The people whom a record has just named; whoever opened the case knows. */
const named = (before: Case, after: Case): readonly Told[] =>
  after.parties
    .filter((party) => !before.parties.includes(party) && party.person !== after.openedBy)
    .map(({ role, person }) => ({ kind: "named", to: { role, person } }));

const asked = (change: Extract<Change, { type: "asked" }>, after: Case): readonly Told[] => {
  const { step, waitsFor: who, only, because, call } = change;
  // An answer that has overtaken the question leaves nothing to ask.
  if (after.steps[step]?.status !== "waiting" || only?.length === 0) return [];
  const told = { step, ...(because && { because }), ...termOf(after.steps[step]) };
  if (who === "officer") return [{ kind: "with-officer", ...told }];
  if (call || !isOfPeople(after, who)) return [{ kind: "awaited", who, ...told }];
  const to: MessageAddress = { role: who, ...(only && { parties: only }) };
  return [{ kind: "asked", to, ...told }];
};

const settled = (
  change: Extract<Change, { type: "finished" | "refused" | "decided" }>,
  before: Case,
  after: Case,
): readonly Told[] => {
  const { step } = change;
  const state = after.steps[step];
  const because = state?.because && { because: state.because };
  if (state?.status === "refused") {
    const { code } = state;
    return [{ kind: "refused", step, ...because, ...(code !== undefined && { code }) }];
  }
  if (change.type !== "finished" || change.isUnchanged) return [];
  const { document } = change;
  if (document && document.number !== before.steps[step]?.formerDocument?.number) {
    return [{ kind: "issued", step, document, ...(change.because && { because: change.because }) }];
  }
  return change.because ? [{ kind: "noted", step, because: change.because }] : [];
};

const waitsFor = ({ steps }: Case, step: string): string => steps[step]?.waitsFor ?? "opener";

const isOfPeople = ({ parties }: Case, role: string): boolean => parties.some((party) => party.role === role);

const termOf = (state: StepState | undefined): Pick<Message, "promisedBy"> =>
  state?.promisedBy ? { promisedBy: state.promisedBy } : {};

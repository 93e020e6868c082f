import { calendarDateIn } from "../kernel/calendar-date.ts";
import { canonicalHash } from "../kernel/canonical-json.ts";
import type { Text } from "../kernel/text.ts";
import { automaticFrom, awaitedFacts, irreversibleFrom } from "../packages/define-package.ts";
import type { Package, Step, StepContext, StepReading } from "../packages/package.ts";
import type { Case, StepState } from "./case.ts";
import type { CallTime, Change } from "./change.ts";
import type { Engine } from "./engine.ts";
import { leaveToAsk, noteNamed } from "./leave-to-ask.ts";
import { isObjectedTo, promisedAnswer, underExamination } from "./objections.ts";
import { promisedBy } from "./promise.ts";
import { staleSealOf } from "./seals.ts";
import { pauseBefore, silenceText } from "./silence.ts";
import {
  factsFrom,
  mayBeOpenedBy,
  noSuchRecord,
  openerIsNoParty,
  partiesIn,
  pickGiven,
  type Work,
} from "./step-facts.ts";
import { askAuthority, requestOf, shortHash } from "./step-request.ts";

/** The values of a case's facts, as steps see them; an officer's decision is one of them. */
export const valuesOf = (current: Case): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(current.facts)) values[name] = fact.value;
  for (const [id, state] of Object.entries(current.steps)) {
    if (state.decision) values[`officerDecision.${id}`] = state.decision;
  }
  return values;
};

/**
 * Does the work of one step - asks its authority, or its rule - and says what happened to it. Writes nothing of the case.
 * @throws CaseOvertaken; and what the table throws when leave to ask cannot be had: then nothing was asked
 */
export const workOn = async (engine: Engine, definition: Package, current: Case, step: Step): Promise<Change[]> => {
  const startedAt = engine.clock();
  const state = current.steps[step.id];
  const common = { step: step.id, readyAt: state?.readyAt ?? startedAt, round: state?.round ?? 0 };
  let isAtTheTable = false;
  const atTheTable = async <Result>(work: Promise<Result>): Promise<Result> => {
    isAtTheTable = true;
    const result = await work;
    isAtTheTable = false;
    return result;
  };
  if (isObjectedTo(current, step.id)) {
    const asked = { waitsFor: "officer", because: underExamination, promisedBy: promisedAnswer(startedAt) };
    return [{ type: "asked", ...common, at: startedAt, ...asked }];
  }
  try {
    const values = valuesOf(current);
    // An irreversible step has been marked as started before its work.
    const isAgain = state?.status === "again" || (state?.status === "started" && state.former !== undefined);
    const again = isAgain && state.because;
    const context: StepContext = {
      caseId: current.id,
      today: calendarDateIn(startedAt, "Asia/Shanghai"),
      ...(again && { again: { because: again, former: state.former ?? {} } }),
    };
    const isStale = state?.decision?.about !== undefined && state.decision.about !== factsBefore(step, values);
    if (isStale) delete values[`officerDecision.${step.id}`];
    const decided = isStale ? undefined : state?.decision;
    const stale = staleSealOf(engine.hash, definition, current, step, startedAt);
    if (stale && state?.decision?.approved !== true) {
      if (stale.canBeginAnew)
        return [reopening(definition, stale.lookUps, stale.because, { step: step.id, at: startedAt })];
      const { because } = stale;
      return [
        { type: "asked", ...common, at: startedAt, waitsFor: "officer", because, ...promisedBy(step, startedAt) },
      ];
    }
    if (!step.performs && decided?.results) {
      const work = { ...common, at: engine.clock(), isOfficers: true };
      return changesFor(engine, definition, current, step, officersReading(decided.results, decided.reason), work);
    }
    if (state?.isStated && step.instead) {
      const reading = step.instead.read(values, context);
      return changesFor(engine, definition, current, step, reading, { ...common, at: engine.clock() });
    }
    if (!step.performs) {
      const reading = step.decide?.(values, context) ?? { kind: "done" as const, gives: {} };
      const work = { ...common, at: engine.clock(), ...(isStale && { dropsDecision: true }) };
      return changesFor(engine, definition, current, step, reading, work);
    }
    const request = requestOf(step, values, context);
    const requestHash = step.performs.kind === "act" ? shortHash(request) : undefined;
    if (isAgain && state.former && requestHash !== undefined && state.request === requestHash) {
      return [standing(engine, definition, step, state, { ...common, at: engine.clock() })];
    }
    if (!current.early[step.id]) {
      const refused = await atTheTable(leaveToAsk(engine, { definition, current, step, values, round: common.round }));
      if (refused) return [...refused];
    }
    const outcome = await askAuthority(engine, current, step, request);
    const call: CallTime = { ...outcome.stamp, milliseconds: Math.round(outcome.stamp.milliseconds) };
    const at = engine.clock();
    switch (outcome.kind) {
      case "answered": {
        if (step.performs.kind === "query") {
          const asking = { definition, current, step, values, round: common.round };
          await atTheTable(noteNamed(engine, asking, outcome.answer));
        }
        const reading = step.read?.(outcome.answer, values, context) ?? pickGiven(step, outcome.answer);
        const work = { ...common, at, call, ...(requestHash !== undefined && { request: requestHash }) };
        return changesFor(engine, definition, current, step, reading, work);
      }
      case "not-found": {
        const reading = step.readNotFound?.(values, context) ?? noSuchRecord(step);
        return changesFor(engine, definition, current, step, reading, { ...common, at, call });
      }
      case "refused":
        return [{ type: "refused", ...common, at, call, code: outcome.code, because: outcome.reason }];
      case "pending":
        return [{ type: "asked", ...common, at, call, waitsFor: outcome.stamp.authority, ...promisedBy(step, at) }];
      case "silent": {
        const nextAt = pauseBefore(engine.pace, state?.attempts ?? 0, at);
        const because = silenceText(outcome.stamp.authority);
        return [{ type: "silent", ...common, at, call, code: outcome.reason, because, nextAt }];
      }
    }
  } catch (error) {
    if (isAtTheTable) throw error;
    // Not an answer of the authority but a fault of ours: the case stays whole, and is tried again when we are mended.
    engine.onFault?.({ caseId: current.id, step: step.id, error });
    const at = engine.clock();
    const nextAt = pauseBefore(engine.pace, state?.attempts ?? 0, at);
    return [{ type: "silent", ...common, at, code: "step-failed", because: silenceText(undefined), nextAt }];
  }
};

/** An act begun anew whose request is what it was: it was done, and is not done twice. */
const standing = (engine: Engine, definition: Package, step: Step, state: StepState, work: Work): Change => {
  const { former = {}, formerDocument: document, reference = "" } = state;
  if (!step.performs) throw new Error(`${step.id} performs nothing`);
  const call: CallTime = { authority: step.performs.authority, reference, milliseconds: 0, attempts: 0 };
  const facts = factsFrom(engine, definition, step, former, { ...work, call });
  return { type: "finished", ...work, facts, ...(document && { document }) };
};

/** What an officer decided in place of a rule; a result that does not arise is left out. */
const officersReading = (results: Readonly<Record<string, unknown>>, reason: string): StepReading => ({
  kind: "done",
  gives: Object.fromEntries(Object.entries(results).filter(([, value]) => value !== null)),
  because: { zh: `税务人员决定:${reason}`, en: `decided by an officer: ${reason}` },
});

/** What an officer has before them when deciding a step: the hash of the facts that the step looks at. */
export const factsBefore = (step: Step, values: Readonly<Record<string, unknown>>): string =>
  canonicalHash(awaitedFacts(step).map((name) => values[name] ?? null));

const changesFor = (
  engine: Engine,
  definition: Package,
  current: Case,
  step: Step,
  reading: StepReading,
  work: Work,
): Change[] => {
  switch (reading.kind) {
    case "waits":
      return [
        { type: "asked", ...work, waitsFor: reading.for, because: reading.because, ...promisedBy(step, work.at) },
      ];
    case "refused":
      return [{ type: "refused", ...work, code: reading.code, because: reading.because }];
    case "again":
      return [reopening(definition, reading.steps, reading.because, work)];
    case "done": {
      const parties = partiesIn(engine, definition, reading.gives);
      if (parties.length > 0 && !mayBeOpenedBy(definition, current, parties)) {
        return [{ type: "refused", ...work, code: "opener-not-a-party", because: openerIsNoParty }];
      }
      const { gives: _gives, kind: _kind, reopens, ends = [], ...shown } = reading;
      const facts = factsFrom(engine, definition, step, reading.gives, work);
      const finished: Change = { type: "finished", ...work, facts, ...shown };
      const done = parties.length > 0 ? [{ type: "joined" as const, at: work.at, parties }, finished] : [finished];
      const about = { step: step.id, at: work.at };
      const over = ends.map((id): Change => ({ type: "ended", ...about, step: id }));
      return [
        ...done,
        ...over,
        ...(reopens ? [reopeningAll(definition, reopens, reading.because ?? step.name, about)] : []),
      ];
    }
  }
};

/** These steps and what follows from them by itself, begun anew. */
export const reopening = (
  definition: Package,
  steps: readonly string[],
  because: Text,
  work: Pick<Work, "step" | "at" | "call">,
): Extract<Change, { readonly type: "reopened" }> => ({
  type: "reopened",
  step: work.step,
  at: work.at,
  because,
  ...(work.call && { call: work.call }),
  // The step that found it out as well, though a person answered it: it is asked again if it still applies.
  again: [...new Set([...automaticFrom(definition, steps), work.step])],
  unlessBegun: steps.flatMap((id) => irreversibleFrom(definition, id)),
});

/** The same, whatever has begun: acts that are asked for otherwise than before are done anew, the others stand. */
const reopeningAll = (
  definition: Package,
  steps: readonly string[],
  because: Text,
  about: Pick<Work, "step" | "at">,
): Change => ({
  ...reopening(definition, steps, because, about),
  again: automaticFrom(definition, steps),
  unlessBegun: [],
  isQuiet: true,
});

import type { Outcome } from "../connectors/operation.ts";
import { calendarDateIn } from "../kernel/calendar-date.ts";
import { canonicalHash } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";
import { awaitedFacts } from "../packages/define-package.ts";
import type { Package, Step, StepContext } from "../packages/package.ts";
import type { Case } from "./case.ts";
import type { CallTime, Change } from "./change.ts";
import type { Engine } from "./engine.ts";
import { leaveToAsk, noteNamed } from "./leave-to-ask.ts";
import { isObjectedTo, promisedAnswer, underExamination } from "./objections.ts";
import { promisedBy } from "./promise.ts";
import { staleSealOf } from "./seals.ts";
import { pauseBefore, silenceText } from "./silence.ts";
import { noSuchRecord, pickGiven, type Work } from "./step-facts.ts";
import { changesFor, officersReading, reopening, standing } from "./step-outcome.ts";
import { askAuthority, requestOf, shortHash } from "./step-request.ts";
import { valuesOf } from "./values.ts";

/**
 * Does the work of one step - asks its authority, or its rule - and says what happened to it. Writes nothing of the case.
 * @throws CaseOvertaken; and what the table throws when leave to ask cannot be had: then nothing was asked
 */
export const workOn = async (engine: Engine, definition: Package, current: Case, step: Step): Promise<Change[]> => {
  const startedAt = engine.clock();
  const state = current.steps[step.id];
  const common = { step: step.id, readyAt: state?.readyAt ?? startedAt, round: state?.round ?? 0 };
  if (isObjectedTo(current, step.id)) {
    const asked = { waitsFor: "officer", because: underExamination, promisedBy: promisedAnswer(startedAt) };
    return [{ type: "asked", ...common, at: startedAt, ...asked }];
  }
  // A fault in here is no answer of the authority but ours: the case stays whole, and is tried again when we are mended.
  const attempt = async <Result>(work: () => Result | Promise<Result>): Promise<Result | Change[]> => {
    try {
      return await work();
    } catch (error) {
      engine.onFault?.({ caseId: current.id, step: step.id, error });
      const at = engine.clock();
      const nextAt = pauseBefore(engine.pace, state?.attempts ?? 0, at);
      return [{ type: "silent", ...common, at, code: "step-failed", because: silenceText(undefined), nextAt }];
    }
  };

  const asking = await attempt(() => withoutAsking({ engine, definition, current, step, startedAt, common }));
  if (Array.isArray(asking)) return asking;
  const { request, values } = asking;
  const about = { definition, current, step, values, round: common.round };
  if (!current.early[step.id]) {
    const refused = await leaveToAsk(engine, about);
    if (refused) return [...refused];
  }
  const outcome = await attempt(() => askAuthority(engine, current, step, request));
  if (Array.isArray(outcome)) return outcome;
  const at = engine.clock();
  if (outcome.kind === "answered" && step.performs?.kind === "query") await noteNamed(engine, about, outcome.answer);
  return attempt(() => afterAsking({ engine, definition, current, step, asking, outcome, common, at }));
};

interface Parts {
  readonly engine: Engine;
  readonly definition: Package;
  readonly current: Case;
  readonly step: Step;
  readonly common: Pick<Work, "step" | "readyAt" | "round">;
}

/** What is to be asked, and what the answer is read with. */
interface Asking {
  readonly values: Readonly<Record<string, unknown>>;
  readonly context: StepContext;
  readonly request: unknown;
  readonly requestHash?: string;
}

/** What happens to the step without its authority; or, if that is to be asked, with what. */
const withoutAsking = (parts: Parts & { readonly startedAt: Instant }): Change[] | Asking => {
  const { engine, definition, current, step, startedAt, common } = parts;
  const state = current.steps[step.id];
  const held = valuesOf(current);
  // An irreversible step has been marked as started before its work.
  const isAgain = state?.status === "again" || (state?.status === "started" && state.former !== undefined);
  const again = isAgain && state.because;
  const context: StepContext = {
    caseId: current.id,
    today: calendarDateIn(startedAt, "Asia/Shanghai"),
    ...(again && { again: { because: again, former: state.former ?? {} } }),
  };
  const isStale = state?.decision?.about !== undefined && state.decision.about !== factsBefore(step, held);
  const values = isStale ? withoutDecision(held, step) : held;
  const decided = isStale ? undefined : state?.decision;
  const stale = staleSealOf(engine.hash, definition, current, step, startedAt);
  if (stale && state?.decision?.approved !== true) {
    if (stale.canBeginAnew)
      return [reopening(definition, stale.lookUps, stale.because, { step: step.id, at: startedAt })];
    const { because } = stale;
    return [{ type: "asked", ...common, at: startedAt, waitsFor: "officer", because, ...promisedBy(step, startedAt) }];
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
  if (step.performs.kind !== "act") return { values, context, request };
  const requestHash = shortHash(request);
  if (isAgain && state.former && state.request === requestHash) {
    return [standing(engine, definition, step, state, { ...common, at: engine.clock() })];
  }
  return { values, context, request, requestHash };
};

const afterAsking = (
  parts: Parts & { readonly asking: Asking; readonly outcome: Outcome; readonly at: Instant },
): Change[] => {
  const { engine, definition, current, step, common, asking, outcome, at } = parts;
  const { values, context, requestHash } = asking;
  const call: CallTime = { ...outcome.stamp, milliseconds: Math.round(outcome.stamp.milliseconds) };
  switch (outcome.kind) {
    case "answered": {
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
      const nextAt = pauseBefore(engine.pace, current.steps[step.id]?.attempts ?? 0, at);
      const because = silenceText(outcome.stamp.authority);
      return [{ type: "silent", ...common, at, call, code: outcome.reason, because, nextAt }];
    }
  }
};

const withoutDecision = (values: Readonly<Record<string, unknown>>, { id }: Step): Record<string, unknown> => {
  const { [`officerDecision.${id}`]: _stale, ...others } = values;
  return others;
};

/** What an officer has before them when deciding a step: the hash of the facts that the step looks at. */
export const factsBefore = (step: Step, values: Readonly<Record<string, unknown>>): string =>
  canonicalHash(awaitedFacts(step).map((name) => values[name] ?? null));

import type { Text } from "../kernel/text.ts";
import { automaticFrom, irreversibleFrom } from "../packages/define-package.ts";
import type { Package, Step, StepReading } from "../packages/package.ts";
import type { Case, StepState } from "./case.ts";
import type { CallTime, Change } from "./change.ts";
import type { Engine } from "./engine.ts";
import { promisedBy } from "./promise.ts";
import { factsFrom, mayBeOpenedBy, openerIsNoParty, partiesIn, type Work } from "./step-facts.ts";

/** An act begun anew whose request is what it was: it was done, and is not done twice. */
export const standing = (engine: Engine, definition: Package, step: Step, state: StepState, work: Work): Change => {
  const { former = {}, formerDocument: document, reference = "" } = state;
  if (!step.performs) throw new Error(`${step.id} performs nothing`);
  const call: CallTime = { authority: step.performs.authority, reference, milliseconds: 0, attempts: 0 };
  const facts = factsFrom(engine, definition, step, former, { ...work, call });
  return { type: "finished", ...work, facts, ...(document && { document }) };
};

/** What an officer decided in place of a rule; a result that does not arise is left out. */
export const officersReading = (results: Readonly<Record<string, unknown>>, reason: string): StepReading => ({
  kind: "done",
  gives: Object.fromEntries(Object.entries(results).filter(([, value]) => value !== null)),
  because: { zh: `税务人员决定:${reason}`, en: `decided by an officer: ${reason}` },
});

/** What happened to a step, by what its answer or its rule was read as. */
export const changesFor = (
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

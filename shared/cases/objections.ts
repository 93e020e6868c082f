import type { Instant } from "../kernel/instant.ts";
import { after } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import { automaticFrom, irreversibleFrom } from "../packages/define-package.ts";
import type { Package } from "../packages/package.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { PersonKey } from "../people/person-key.ts";
import { begunAnew, haveBegun } from "./begin-anew.ts";
import type { Case, Objection } from "./case.ts";
import { withEvent } from "./case-edits.ts";
import type { Change, StepChange } from "./change.ts";
import { documentsIn } from "./documents-in.ts";

type Objected = Extract<Change, { readonly type: "objected" }>;

/** So soon an officer answers an objection; a promise of the bureau's own. */
const answeredWithin = 2 * 86_400_000;

/** What everybody of the case may know of it: neither that somebody objects nor who. */
export const underExamination: Text = {
  zh: "该记录由税务人员核实后再使用。",
  en: "An officer examines this record before it is used.",
};

/** What stands for them in the place of a record that was examined and is not used. */
const notUsed = (reason: string): Text => ({
  zh: `该记录经税务人员核实,不用于本办件:${reason}`,
  en: `An officer has examined this record, and it is not used in this case: ${reason}`,
});

/**
 * The records of a case that name a person, by the step that fetched them: those in use, and those that were taken out of
 * use to be looked up anew.
 */
export const recordsNaming = (
  hash: KeyedHash,
  { facts, steps }: Pick<Case, "facts" | "steps">,
  person: PersonKey,
): ReadonlyMap<string, readonly string[]> => {
  const kept = [
    ...Object.entries(facts).flatMap(([name, { value, source }]) =>
      source.kind === "authority" ? [{ step: source.step, name, value }] : [],
    ),
    ...Object.entries(steps).flatMap(([step, { former = {} }]) =>
      Object.entries(former).map(([name, value]) => ({ step, name, value })),
    ),
  ];
  const naming = new Map<string, readonly string[]>();
  for (const { step, name, value } of kept) {
    const isNamed = [...documentsIn(value)].some((document) => hash.person(document) === person);
    if (isNamed) naming.set(step, [...new Set([...(naming.get(step) ?? []), name])]);
  }
  return naming;
};

/**
 * Somebody's objection as a change of its case: the records that name them come to an officer before they are used again,
 * and what follows from them by itself begins anew. Of records that were found by one another, the first decides.
 * @returns nothing when no record names them to which they have not objected before
 */
export const objectionTo = (
  hash: KeyedHash,
  definition: Package,
  current: Case,
  { person, statement, at }: Pick<Objection, "person" | "statement" | "at">,
): Objected | undefined => {
  const naming = recordsNaming(hash, current, person);
  const known = (current.objections ?? []).filter((each) => each.person === person).flatMap(({ steps }) => steps);
  const records = definition.steps.filter(({ id, kind }) => kind === "record" && naming.has(id)).map(({ id }) => id);
  const isFound = (id: string, by: string) => id !== by && automaticFrom(definition, [by]).includes(id);
  const steps = records.filter((id) => !known.includes(id) && !records.some((other) => isFound(id, other)));
  if (steps.length === 0) return undefined;
  const facts = steps.flatMap((id) => naming.get(id) ?? []);
  return {
    type: "objected",
    at,
    objection: { person, statement, steps, facts, at, answers: [] },
    again: automaticFrom(definition, steps),
    unlessBegun: [...new Set(steps.flatMap((id) => irreversibleFrom(definition, id)))],
  };
};

/** Whether what rests on the records can still be held back: nothing irreversible has come of them. */
export const canBeHeard = (current: Case, { unlessBegun }: Objected): boolean =>
  current.status === "open" && !haveBegun(current, unlessBegun);

export const objected = (current: Case, change: Objected): Case => {
  if (!canBeHeard(current, change)) return current;
  const { at, objection, again } = change;
  const held = begunAnew(current, { again, at, because: underExamination });
  const noted = { ...held, objections: [...(current.objections ?? []), objection] };
  return objection.steps.reduce<Case>((next, step) => withEvent(next, "step-reopened", at, { step, again }), noted);
};

/** Whether a record is one to which somebody objects and no officer has answered. */
export const isObjectedTo = ({ objections = [] }: Case, step: string): boolean =>
  objections.some((objection) => isOpenAt(objection, step));

const isOpenAt = ({ steps, answers }: Objection, step: string): boolean =>
  steps.includes(step) && !answers.some((answer) => answer.step === step);

/** The objections that an officer has before them with a step. */
export const objectionsBefore = ({ objections = [] }: Case, step: string): readonly Objection[] =>
  objections.filter((objection) => isOpenAt(objection, step));

export const promisedAnswer = (at: Instant): Instant => after(at, answeredWithin);

/** An officer's decision on a record answers the objections to it; one that is not used leaves nothing of itself behind. */
export const withObjectionsAnswered = (before: Case, change: StepChange, decided: Case): Case => {
  if (change.type !== "decided" || !isObjectedTo(before, change.step)) return decided;
  const { step, at, decision } = change;
  const answer = { step, isUsed: decision.approved, reason: decision.reason, at };
  const objections = (decided.objections ?? []).map((each) =>
    isOpenAt(each, step) ? { ...each, answers: [...each.answers, answer] } : each,
  );
  const state = decided.steps[step];
  if (decision.approved || !state) return { ...decided, objections };
  const { former: _former, reference: _reference, ...rest } = state;
  return {
    ...decided,
    objections,
    steps: { ...decided.steps, [step]: { ...rest, because: notUsed(decision.reason) } },
  };
};

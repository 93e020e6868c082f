import type { Case, Draft } from "./case.ts";
import type { StepChange } from "./change.ts";

type Drafted = Extract<StepChange, { readonly type: "drafted" }>;

/** Each person has one draft of a question; a new one takes its place, an empty one leaves none. */
export const withDraft = (current: Case, { step, person, answers, at }: Drafted): Case => {
  const others = othersThan(current.drafts, step, person);
  const isEmpty = Object.keys(answers).length === 0;
  return put(current, isEmpty ? others : [...others, { step, person, answers, at }]);
};

/** Given as an answer, it is no draft any more. */
export const withoutDraft = (current: Case, { step, person }: Pick<Draft, "step" | "person">): Case =>
  put(current, othersThan(current.drafts, step, person));

const othersThan = (drafts: Case["drafts"], step: string, person: Draft["person"]): readonly Draft[] =>
  (drafts ?? []).filter((draft) => draft.step !== step || draft.person !== person);

const put = (current: Case, drafts: readonly Draft[]): Case => {
  const { drafts: _former, ...rest } = current;
  return drafts.length === 0 ? rest : { ...rest, drafts };
};

/** A closed case asks nobody. */
export const withoutDrafts = (current: Case): Case => put(current, []);

import { awaitedFacts } from "./define-package.ts";
import { formOf } from "./form.ts";
import type { Package, Step } from "./package.ts";

/** What people had to bring before, and what they bring now. A paper asked by several tasks counts each time. */
export interface Savings {
  readonly formsBefore: number;
  readonly papersBefore: number;
  /** The one shared form; none where people only confirm, or answer what turns up. */
  readonly formsNow: number;
  /** Uploads that were really asked. */
  readonly papersNow: number;
  /** What the forms of the tasks, each by itself, asked of a person: what nobody produces, each time that it is needed. */
  readonly fieldsBefore: number;
  /** What must be typed now, the opening included; what may be left as it is does not count. */
  readonly fieldsNow: number;
  readonly visitsBefore: number;
  readonly visitsNow: 0 | 1;
}

/**
 * The savings over the steps that apply, all of a package's or those of one case.
 * @param uploads papers really asked of the person in this case
 */
export const savingsOf = (definition: Package, applies: (step: Step) => boolean = () => true, uploads = 0): Savings => {
  const applicable = definition.steps.filter(applies);
  const { opening, asked, prefilled } = formOf(definition);
  const known = new Set([...opening, ...[...asked, ...prefilled].map(({ fact }) => fact)]);
  const sum = (count: (step: Step) => number) => applicable.reduce((total, step) => total + count(step), 0);
  return {
    formsBefore: sum(({ replaces }) => replaces?.forms ?? 0),
    papersBefore: sum(({ replaces }) => replaces?.papers ?? 0),
    formsNow: applicable.some(({ asks }) => asks?.isForm) ? 1 : 0,
    papersNow: uploads,
    fieldsBefore: sum((step) => (step.replaces ? awaitedFacts(step).filter((fact) => known.has(fact)).length : 0)),
    fieldsNow:
      opening.length +
      asked.filter(({ isOptional, step }) => !isOptional && applicable.some(({ id }) => id === step)).length,
    visitsBefore: definition.before.visits,
    visitsNow: definition.visits,
  };
};

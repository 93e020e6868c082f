import type { Package, Step } from "./package.ts";

/** What people had to bring before, and what they bring now. A paper asked by several tasks counts each time. */
export interface Savings {
  readonly formsBefore: number;
  readonly papersBefore: number;
  /** The one shared form; none where people only confirm, or answer what turns up. */
  readonly formsNow: number;
  /** Uploads that were really asked. */
  readonly papersNow: number;
  readonly visitsBefore: number;
  readonly visitsNow: 0 | 1;
}

/**
 * The savings over the steps that apply, all of a package's or those of one case.
 * @param uploads papers really asked of the person in this case
 */
export const savingsOf = (definition: Package, applies: (step: Step) => boolean = () => true, uploads = 0): Savings => {
  const applicable = definition.steps.filter(applies);
  const sum = (count: (step: Step) => number) => applicable.reduce((total, step) => total + count(step), 0);
  return {
    formsBefore: sum(({ replaces }) => replaces?.forms ?? 0),
    papersBefore: sum(({ replaces }) => replaces?.papers ?? 0),
    formsNow: applicable.some(({ asks }) => asks?.isForm) ? 1 : 0,
    papersNow: uploads,
    visitsBefore: definition.before.visits,
    visitsNow: definition.visits,
  };
};

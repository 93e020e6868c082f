import type { Figure } from "../figures.ts";
import { wholeCase } from "../line.ts";
import { merged, timesOn } from "./report.ts";

/** How long a package takes, from what it really took others. */
export interface ExpectedTime {
  /** Half of the cases were handled within this time, their people's own time left out. */
  readonly usuallyMilliseconds: number;
  /** Nineteen of twenty were. */
  readonly almostAlwaysMilliseconds: number;
  /** How long the person themselves had to be at it, in the median. */
  readonly ownMilliseconds: number;
  readonly cases: number;
}

/** Fewer cases say nothing about the next one, and could point at a person. */
const fewestCases = 20;

/** @returns nothing when too few cases were completed in the span */
export const expectedTimeOf = (figures: readonly Figure[], packageId: string): ExpectedTime | undefined => {
  const cases = merged(figures.filter(({ of }) => of.package === packageId && of.step === wholeCase));
  const handling = timesOn(cases, "handling");
  const own = timesOn(cases, "active");
  if (!handling || !own || handling.count < fewestCases) return undefined;
  return {
    usuallyMilliseconds: handling.p50,
    almostAlwaysMilliseconds: handling.p95,
    ownMilliseconds: own.p50,
    cases: handling.count,
  };
};

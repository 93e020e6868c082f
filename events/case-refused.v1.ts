import { ClosingData, describeEvent } from "./describe-event.ts";

/** The case can go no further: a step was refused, and whatever did not build on it is settled. */
export const caseRefused = describeEvent("case-refused", 1, ClosingData);

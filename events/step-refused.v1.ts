import { Code, describeEvent, StepData } from "./describe-event.ts";

/** A step was refused, by an authority, an officer or a rule. */
export const stepRefused = describeEvent("step-refused", 1, StepData.extend({ code: Code }));

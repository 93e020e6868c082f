import { describeEvent, StepData } from "./describe-event.ts";

/** A step is done; what each of its clocks showed. */
export const stepCompleted = describeEvent("step-completed", 1, StepData);

import { describeEvent, WaitingData } from "./describe-event.ts";

/** A step waits for a person, an officer or a late answer. */
export const stepWaiting = describeEvent("step-waiting", 1, WaitingData);

import { describeEvent, WaitingData } from "./describe-event.ts";

/** A step still waits although its promised time is over. */
export const promiseBroken = describeEvent("promise-broken", 1, WaitingData);

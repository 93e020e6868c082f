import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** An officer asks for a correction of an earlier answer: `step` waits until `to` has been answered again. */
export const stepSentBack = describeEvent("step-sent-back", 1, z.strictObject({ step: Name, to: Name }));

import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** An officer has decided in place of a rule: the step, and what builds on it by itself, is done `again`. */
export const decisionTakenOver = describeEvent(
  "decision-taken-over",
  1,
  z.strictObject({ step: Name, again: z.array(Name).min(1) }),
);

import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** A person corrected an answer after a refusal: the refused steps are tried `again`. */
export const caseCorrected = describeEvent(
  "case-corrected",
  1,
  z.strictObject({ step: Name, again: z.array(Name).min(1) }),
);

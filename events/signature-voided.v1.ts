import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** The form behind `step` has changed: so many people, who had signed the former one, are asked again. */
export const signatureVoided = describeEvent(
  "signature-voided",
  1,
  z.strictObject({ step: Name, people: z.int().min(1) }),
);

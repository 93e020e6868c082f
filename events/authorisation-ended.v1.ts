import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** What was authorised by a step, or with the `opening`, is allowed no more; whether what was found under it is erased. */
export const authorisationEnded = describeEvent(
  "authorisation-ended",
  1,
  z.strictObject({ under: Name, why: z.enum(["withdrawn", "expired", "missing"]), isErased: z.boolean() }),
);

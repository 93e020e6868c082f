import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** What steps found no longer holds, by a new day or a changed record that `step` met: they are done `again`. */
export const stepReopened = describeEvent(
  "step-reopened",
  1,
  z.strictObject({ step: Name, again: z.array(Name).min(1) }),
);

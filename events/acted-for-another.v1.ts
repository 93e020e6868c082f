import * as z from "zod";
import { describeEvent, MandateKind, Name } from "./describe-event.ts";

/** Something was done by somebody for one of its people; who and for whom stands in the case. */
export const actedForAnother = describeEvent(
  "acted-for-another",
  1,
  z.strictObject({ kind: MandateKind, verb: Name, step: Name.optional() }),
);

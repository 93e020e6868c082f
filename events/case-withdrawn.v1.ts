import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** The person took the case back, while these steps waited for an answer. */
export const caseWithdrawn = describeEvent("case-withdrawn", 1, z.strictObject({ waiting: z.array(Name).optional() }));

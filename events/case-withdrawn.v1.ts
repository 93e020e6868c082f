import * as z from "zod";
import { describeEvent } from "./describe-event.ts";

/** The person took the case back. */
export const caseWithdrawn = describeEvent("case-withdrawn", 1, z.strictObject({}));

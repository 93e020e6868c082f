import * as z from "zod";
import { describeEvent, MandateKind } from "./describe-event.ts";

/** A mandate was ended before its time. */
export const mandateEnded = describeEvent("mandate-ended", 1, z.strictObject({ kind: MandateKind }));

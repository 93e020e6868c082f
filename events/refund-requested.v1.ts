import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** Money of one of a case's bills goes back, and why. */
export const refundRequested = describeEvent(
  "refund-requested",
  1,
  z.strictObject({ bill: Name, reason: z.enum(["surplus", "sale-cancelled", "re-purchase", "correction"]) }),
);

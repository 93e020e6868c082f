import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** The money of one of a case's bills is booked. */
export const billPaid = describeEvent("bill-paid", 1, z.strictObject({ bill: Name }));

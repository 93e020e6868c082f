import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/**
 * The people of a case, or a role of it, have a new message. Whoever pushes it outward says no more than that; the words
 * are read where the reader is known.
 */
export const messageWritten = describeEvent(
  "message-written",
  1,
  z.strictObject({ message: z.int().min(1), kind: Name, step: Name.optional(), to: Name.optional() }),
);

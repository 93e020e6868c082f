import * as z from "zod";
import { describeEvent, MandateKind, ScopeName } from "./describe-event.ts";

/** Somebody may act for one of its people from now on. */
export const mandateGiven = describeEvent(
  "mandate-given",
  1,
  z.strictObject({ kind: MandateKind, scopes: z.array(ScopeName).min(1), until: z.iso.datetime({ precision: 3 }) }),
);

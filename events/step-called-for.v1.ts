import * as z from "zod";
import { describeEvent, Name } from "./describe-event.ts";

/** One of the case's people has asked for a step that is no part of the plan by itself, such as a correction. */
export const stepCalledFor = describeEvent("step-called-for", 1, z.strictObject({ step: Name }));

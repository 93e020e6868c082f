import * as z from "zod";
import { scores } from "../shared/cases/case.ts";
import { describeEvent } from "./describe-event.ts";

/** One of its people said how satisfied they were, from 1 to 5. Who it was, is told to nobody. */
export const caseRated = describeEvent("case-rated", 1, z.strictObject({ score: z.literal(scores) }));

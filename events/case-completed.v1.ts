import { CompletionData, describeEvent } from "./describe-event.ts";

/** Every step that applied is done; so long after the opening. */
export const caseCompleted = describeEvent("case-completed", 1, CompletionData);

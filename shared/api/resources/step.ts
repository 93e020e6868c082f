import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { DocumentView, InstantView, NamedView, TextView } from "./common.ts";

const stepViewStatuses = [
  "pending",
  "ready",
  "started",
  "waiting",
  "answered",
  "retrying",
  "done",
  "refused",
  "not-applicable",
  "blocked",
] as const;

/** Where a step stands: the same for all of the case's people. */
export const StepView = lazily(() =>
  z.object({
    id: z.string(),
    kind: z.enum(["record", "person", "rule", "task"]),
    name: TextView(),
    status: z.enum(stepViewStatuses),
    words: TextView().meta({ description: "The state in words, with whom it waits for and until when" }),
    waitsFor: NamedView().optional(),
    since: InstantView().optional(),
    finishedAt: InstantView().optional(),
    nextAt: InstantView().optional().meta({ description: "When a silent authority is asked again" }),
    promisedBy: InstantView().optional(),
    isOverdue: z.boolean(),
    isClaimed: z.boolean().optional().meta({ description: "An officer has it in hand" }),
    attempts: z.int(),
    code: z.string().optional(),
    reference: z.string().optional(),
    document: DocumentView().optional(),
  }),
);
export type StepView = z.output<ReturnType<typeof StepView>>;

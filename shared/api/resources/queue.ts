import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { CaseSummary } from "./case.ts";
import { ClaimView, InstantView, NamedView, TextView } from "./common.ts";

/** What a case in the queue waits for: an officer, or somebody who is late with what was promised. */
const QueuedStep = lazily(() =>
  z.object({
    stepId: z.string(),
    name: TextView(),
    waitsFor: NamedView(),
    because: TextView().optional().meta({ description: "Why it needs an officer" }),
    since: InstantView(),
    promisedBy: InstantView().optional(),
    isOverdue: z.boolean(),
    claim: ClaimView(),
  }),
);

export const QueuedCase = lazily(() => CaseSummary().extend({ waiting: z.array(QueuedStep()) }));
export type QueuedCase = z.output<ReturnType<typeof QueuedCase>>;

export const QueuePage = lazily(() =>
  z.object({
    cases: z.array(QueuedCase()),
    next: z.string().optional().meta({ description: "`cursor` of the next page; absent on the last" }),
  }),
);

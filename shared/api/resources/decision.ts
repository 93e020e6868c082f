import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { InstantView, NamedView, TextView } from "./common.ts";

/** What a rule decided by itself, or an officer in its place. The facts' values stand in `facts`, for whom they concern. */
export const DecisionView = lazily(() =>
  z.object({
    stepId: z.string(),
    name: TextView(),
    status: z.enum(["done", "refused"]),
    words: TextView().meta({ description: "The outcome with its ground, the law of the day named" }),
    inputs: z.array(NamedView()).meta({ description: "The facts that were looked at" }),
    results: z.array(NamedView()).meta({ description: "The facts that it gave" }),
    takenOverAt: InstantView().optional().meta({ description: "An officer has decided in its place" }),
    takeover: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "For officers: JSON Schema of `results`, if they decide in its place" }),
  }),
);
export type DecisionView = z.output<ReturnType<typeof DecisionView>>;

/** What happens next in a case: who has it, what they need, and until when. */
export const NextView = lazily(() =>
  z.object({
    stepId: z.string(),
    name: TextView(),
    who: NamedView(),
    isReader: z.boolean(),
    words: TextView().meta({ description: "What they do, in a sentence to the reader" }),
    needs: z.array(TextView()).meta({ description: "What has to be said or seen; empty for a mere confirmation" }),
    until: InstantView().optional(),
    behind: z.array(NamedView()).meta({ description: "The steps that go on at once behind it" }),
  }),
);
export type NextView = z.output<ReturnType<typeof NextView>>;

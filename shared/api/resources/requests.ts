import * as z from "zod";
import { scores } from "../../cases/case.ts";
import { lazily } from "../../kernel/lazily.ts";

export const Reason = lazily(() => z.string().trim().min(1).max(500));

/** Facts by name; which ones, and of what form, the package's form says. */
const FactsByName = lazily(() => z.record(z.string().min(1).max(80), z.unknown()));

export const OpeningRequest = lazily(() =>
  z.strictObject({
    packageId: z.string().min(1).max(80),
    opening: FactsByName().meta({ description: "As `opening` in the package's form" }),
    consents: z.strictObject({
      dataSharing: z.boolean().meta({ description: "Authorities may be asked about the person" }),
    }),
  }),
);

export const AnswerRequest = lazily(() =>
  z.strictObject({
    answers: FactsByName().meta({ description: "As the question's `schema`; empty to confirm" }),
    activeMilliseconds: z
      .int()
      .min(0)
      .max(86_400_000)
      .optional()
      .meta({ description: "How long the person had the question before them" }),
  }),
);

export const DraftRequest = lazily(() =>
  z.strictObject({
    answers: FactsByName().meta({ description: "What is filled in so far, unchecked; empty to throw it away" }),
  }),
);

export const WithdrawalRequest = lazily(() =>
  z.strictObject({ reason: Reason().meta({ description: "Everybody in the case reads it" }).optional() }),
);

export const RatingRequest = lazily(() =>
  z.strictObject({
    score: z.literal(scores).meta({ description: "From very dissatisfied (1) to very satisfied (5)" }),
  }),
);

export const StepRequest = lazily(() =>
  z.strictObject({ reason: Reason().meta({ description: "What is to be put right, or why it is wanted" }) }),
);

export const ReadingRequest = lazily(() =>
  z.strictObject({
    upTo: z.int().min(1).max(1_000_000).meta({ description: "The number of the last message that was read" }),
  }),
);

export const ClaimRequest = lazily(() =>
  z.strictObject({
    takeOver: z
      .strictObject({ reason: Reason() })
      .optional()
      .meta({ description: "Out of a colleague's hands, and why; without it, what a colleague has is left alone" }),
  }),
);

export const DecisionRequest = lazily(() =>
  z
    .strictObject({
      approved: z.boolean(),
      reason: Reason(),
      values: FactsByName()
        .optional()
        .meta({ description: "What the officer establishes, where the step asks for it" }),
      sendBack: z.array(z.string().min(1).max(80)).min(1).max(20).optional().meta({
        description: "Facts that the person should correct first; the step is then neither approved nor refused",
      }),
    })
    .refine(({ approved, sendBack }) => !(approved && sendBack), {
      path: ["sendBack"],
      params: {
        code: "approved-and-sent-back",
        zh: "同意与退回补正只能选一项。",
        en: "Approve it or send it back, not both.",
      },
    }),
);

export const TakeOverRequest = lazily(() =>
  z.strictObject({
    reason: Reason(),
    results: FactsByName().meta({
      description: "Every result of the decision, as its `schema` says; null where one does not arise",
    }),
  }),
);

/** The operation's answer, as it would have come at once. */
export const CallbackRequest = lazily(() => z.record(z.string().min(1).max(80), z.unknown()));

export const CallbackReceipt = lazily(() => z.object({ received: z.literal(true) }));

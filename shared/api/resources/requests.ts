import * as z from "zod";

const Reason = z.string().trim().min(1).max(500);

/** Facts by name; which ones, and of what form, the package's form says. */
const FactsByName = z.record(z.string().min(1).max(80), z.unknown());

export const OpeningRequest = z.strictObject({
  packageId: z.string().min(1).max(80),
  opening: FactsByName.meta({ description: "As `opening` in the package's form" }),
  consents: z.strictObject({
    dataSharing: z.boolean().meta({ description: "Authorities may be asked about the person" }),
  }),
});

export const AnswerRequest = z.strictObject({
  answers: FactsByName.meta({ description: "As the question's `schema`; empty to confirm" }),
  activeMilliseconds: z
    .int()
    .min(0)
    .max(86_400_000)
    .optional()
    .meta({ description: "How long the person had the question before them" }),
});

export const WithdrawalRequest = z.strictObject({ reason: Reason.optional() });

export const ClaimRequest = z.strictObject({});

export const DecisionRequest = z.strictObject({
  approved: z.boolean(),
  reason: Reason,
  values: FactsByName.optional().meta({ description: "What the officer establishes, where the step asks for it" }),
});

/** The operation's answer, as it would have come at once. */
export const CallbackRequest = z.record(z.string().min(1).max(80), z.unknown());

export const CallbackReceipt = z.object({ received: z.literal(true) });

import * as z from "zod";
import { CreditCode } from "../../kernel/identifiers/index.ts";
import { DayText } from "../record-shapes.ts";

const Sentence = z.string().min(1).max(300);

/** Why something is not for a machine to decide. */
export const ReviewReason = z.object({ code: z.string().min(1).max(60), zh: Sentence, en: Sentence });
export type ReviewReason = z.infer<typeof ReviewReason>;

/** What every act of the core tax system is told, besides its own matter. */
export const actRequest = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    creditCode: CreditCode,
    ...shape,
    /** Why our rules leave it to an officer; empty when they do not. */
    review: z.array(ReviewReason),
    /** The officer's decision, once there is one: `officer` is a keyed hash, never a name or number. */
    decision: z
      .object({ officer: z.string(), reason: Sentence, values: z.record(z.string(), z.unknown()).exactOptional() })
      .exactOptional(),
  });

const ResultDocument = z.object({ number: z.string().min(1).max(80), issuedOn: DayText });

/**
 * What an act comes to: completed with its document, taken in for an officer (受理), or left until the taxpayer has done
 * their part.
 */
export const actAnswer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion("status", [
    z.object({ status: z.literal("completed"), document: ResultDocument, ...shape }),
    z.object({ status: z.literal("in-review"), acceptanceNumber: z.string().min(1).max(80), reason: ReviewReason }),
    z.object({ status: z.literal("awaiting-taxpayer"), reason: ReviewReason }),
  ]);

/** Any such answer, where its own matter does not count. */
export type ActAnswer = z.infer<ReturnType<typeof actAnswer<Record<never, z.ZodType>>>>;

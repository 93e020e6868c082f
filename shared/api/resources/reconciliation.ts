import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { payWays } from "../../payments/bill.ts";
import { InstantView, TextView } from "./common.ts";

const Amount = lazily(() => z.string().meta({ description: "Yuan, two decimals" }));

export const DifferenceView = lazily(() =>
  z.object({
    id: z.string(),
    wallet: z.enum(payWays),
    day: z.iso.date(),
    kind: z.enum(["not-booked", "not-at-wallet", "amount-differs", "reference-differs"]),
    words: TextView(),
    orderNumber: z.string(),
    refundNumber: z.string().optional(),
    theirs: z.object({ amount: Amount(), reference: z.string(), at: InstantView() }).optional(),
    ours: z.object({ amount: Amount(), reference: z.string() }).optional(),
    repair: z.enum(["book-payment", "book-refund", "reverse-payment", "by-hand"]),
    proposal: TextView(),
    foundAt: InstantView(),
  }),
);

export const ReconciliationView = lazily(() =>
  z.object({
    days: z
      .array(
        z.object({
          wallet: z.enum(payWays),
          day: z.iso.date(),
          status: z.enum(["closed", "differs", "not-available"]).meta({
            description:
              "closed: both sides agree to the fen; not-available: the wallet's account could not be had yet",
          }),
          lines: z.int(),
          theirs: Amount(),
          ours: Amount(),
          at: InstantView(),
        }),
      )
      .meta({ description: "The last days of each wallet, the latest first" }),
    differences: z.array(DifferenceView()),
  }),
);

export const RepairReceipt = lazily(() => z.object({ repaired: z.literal(true) }));

import * as z from "zod";
import { CalendarDate } from "../kernel/calendar-date.ts";
import { YuanString } from "../kernel/money.ts";
import { ShareString } from "../kernel/rate.ts";

const Division = z.string().regex(/^\d{6}$/);

/** One seller who buys again. Absent values are not known yet. */
export const RepurchaseFacts = z.strictObject({
  sale: z.strictObject({
    division: Division,
    /** The day on which the income tax of the sale was paid: that is the day of the sale. */
    taxPaidOn: CalendarDate.optional(),
    /** What this seller paid. */
    taxPaid: YuanString.optional(),
    /** The whole home, without VAT. */
    priceWithoutVat: YuanString.optional(),
    /** This seller's share of the home sold; the whole when absent. */
    share: ShareString.optional(),
  }),
  purchase: z.strictObject({
    division: Division,
    kind: z.enum(["existing", "new"]),
    /** Existing home: the day on which the deed tax was paid, or on which the title was registered. */
    deedTaxPaidOn: CalendarDate.optional(),
    titleRegisteredOn: CalendarDate.optional(),
    /** New home: the day on which the contract was put on record. */
    contractRecordedOn: CalendarDate.optional(),
    priceWithoutVat: YuanString.optional(),
    /** This seller's share of the new home; `null` when the seller is no owner of it. */
    share: ShareString.nullable().optional(),
  }),
});
export type RepurchaseFacts = z.output<typeof RepurchaseFacts>;

const Sentence = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });

export const RepurchaseAnswer = z.strictObject({
  outcome: z.enum(["refund", "not-eligible", "incomplete"]),
  amount: z.string().nullable(),
  formula: z.string().nullable(),
  explanation: z.array(Sentence),
  /** Each condition that was not met. */
  shortfalls: z.array(Sentence),
  missing: z.array(z.string()),
  law: z.array(z.string()),
});
export type RepurchaseAnswer = z.output<typeof RepurchaseAnswer>;

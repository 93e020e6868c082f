import * as z from "zod";
import { LineStatus, Side, TaxId, Totals } from "../../tax/assessment.ts";

/**
 * What a case keeps of an assessment: who pays how much of which tax, by which entries of the law. The whole explanation
 * is computed again from the facts whenever somebody wants to read it (see `explainedAssessment`).
 */
export const StoredAssessment = z.object({
  filingDate: z.string(),
  locality: z.string(),
  /** The price without VAT that the taxes start from. */
  taxablePrice: z.string().exactOptional(),
  lines: z.array(
    z.object({
      tax: TaxId,
      side: Side,
      status: LineStatus,
      rate: z.string().nullable(),
      amount: z.string(),
      payers: z.array(z.object({ id: z.string(), amount: z.string() })),
      law: z.array(z.string()),
    }),
  ),
  totals: Totals.pick({ sellers: true, buyers: true, all: true }),
  /** Codes of what was found that does not change the taxes, such as a mortgage. */
  warnings: z.array(z.string()),
});
export type StoredAssessment = z.infer<typeof StoredAssessment>;

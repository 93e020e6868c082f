import * as z from "zod";
import { Origin } from "./facts.ts";

/*
 * The answer, in the one JSON form that the command, the endpoint and the housing package share. Amounts are yuan
 * strings with two decimals; `formula` can be recomputed by anyone from what is printed in it.
 */

const Amount = z
  .string()
  .regex(/^\d+\.\d{2}$/)
  .meta({ description: "Yuan, two decimals", examples: ["1234.50"] });
const Sentence = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });
const Names = z.strictObject({ zh: z.string(), en: z.string() });

export const TaxId = z.enum([
  "business-tax",
  "vat",
  "urban-maintenance-tax",
  "education-surcharge",
  "local-education-surcharge",
  "land-vat",
  "stamp-duty",
  "income-tax",
  "deed-tax",
]);
export type TaxId = z.output<typeof TaxId>;

export const Side = z.enum(["sellers", "buyers"]);
export type Side = z.output<typeof Side>;

export const LineStatus = z.enum(["due", "exempt", "missing-facts", "needs-officer"]);
export type LineStatus = z.output<typeof LineStatus>;

export const TaxLine = z.strictObject({
  tax: TaxId,
  side: Side,
  status: LineStatus,
  /** What the tax is computed on, rounded to the fen for reading, and how it came about. */
  base: z.strictObject({ amount: Amount, formula: z.string() }).nullable(),
  /** `"1.5%"`; null where no rate was reached. */
  rate: z.string().nullable(),
  /** The relief that was granted: nothing due, a reduced rate, or a part of the full amount collected. */
  relief: z
    .strictObject({
      id: z.string(),
      kind: z.enum(["exempt", "reduced-rate", "part-collected"]),
      value: z.string().nullable(),
    })
    .nullable(),
  amount: Amount.nullable(),
  /** The whole computation; evaluates to `amount`. Null where there is no amount or nothing is due. */
  formula: z.string().nullable(),
  /** Who pays which part; the parts add up to the amount. */
  payers: z.array(z.strictObject({ id: z.string(), share: z.string(), amount: Amount.nullable() })),
  /** Ids of the law entries used; their text is in the assessment's `law`. */
  law: z.array(z.string()),
  /** JSON pointers of the facts used; their values and origins are in the assessment's `facts`. */
  facts: z.array(z.string()),
  explanation: z.array(Sentence),
  /** Reliefs that were looked at and not reached, with what was lacking. */
  shortfalls: z.array(Sentence),
  missing: z.array(z.string()),
});
export type TaxLine = z.output<typeof TaxLine>;

export const LawUsed = z.strictObject({
  id: z.string(),
  act: Names,
  article: Names,
  from: z.string(),
  to: z.string().nullable(),
  status: z.enum(["confirmed", "unverified"]),
  confirmedOn: z.string().nullable(),
});
export type LawUsed = z.output<typeof LawUsed>;

const PayerTotal = z.strictObject({ id: z.string(), side: Side, amount: Amount, isComplete: z.boolean() });

export const Totals = z.strictObject({
  sellers: Amount,
  buyers: Amount,
  all: Amount,
  /** False while a line has no amount: the sums then hold what is already certain. */
  isComplete: z.boolean(),
  payers: z.array(PayerTotal),
});
export type Totals = z.output<typeof Totals>;

export const Assessment = z.strictObject({
  outcome: z.enum(["assessed", "incomplete", "needs-officer"]),
  filingDate: z.string(),
  locality: z.strictObject({ id: z.string(), name: Names }),
  /** The day on which the holding period began, where it is known. */
  holdingFrom: z.string().nullable(),
  /** The price without VAT that the taxes start from; at the declared price it adds up with the VAT to that price. */
  taxablePrice: Amount.nullable(),
  lines: z.array(TaxLine),
  totals: Totals,
  missing: z.array(z.strictObject({ path: z.string(), label: Names, taxes: z.array(TaxId) })),
  officer: z.array(z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), taxes: z.array(TaxId) })),
  /** What the taxes would be under each answer to an open question. */
  alternatives: z.array(z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), totals: Totals })),
  warnings: z.array(Sentence),
  facts: z.array(z.strictObject({ path: z.string(), value: z.string(), origin: Origin.optional() })),
  law: z.array(LawUsed),
});
export type Assessment = z.output<typeof Assessment>;

/** The same sale filed on different days; `cheapest` and `saving` are null while some tax of some day is open. */
export const FilingDateComparison = z.strictObject({
  options: z.array(z.strictObject({ filingDate: z.string(), assessment: Assessment })),
  cheapest: z.string().nullable(),
  saving: Amount.nullable(),
});
export type FilingDateComparison = z.output<typeof FilingDateComparison>;

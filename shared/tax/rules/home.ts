import type { Sheet } from "../sheet.ts";
import type { Computation } from "./computation.ts";
import { deedTaxOn } from "./deed-tax.ts";
import { holdingPeriodOf } from "./holding-period.ts";
import { incomeTaxOn } from "./income-tax.ts";
import { surchargesOn } from "./surcharges.ts";
import { suspendedTaxesOn } from "./suspended-taxes.ts";
import { turnoverTaxOn } from "./turnover-tax.ts";

/** A home: price, turnover tax, surcharges, the suspended taxes, income tax, deed tax, in the order they need each other. */
export const computeHome = (sheet: Sheet): Computation => {
  const holding = holdingPeriodOf(sheet);
  const turnover = turnoverTaxOn(sheet, holding);
  const surcharges = surchargesOn(sheet, turnover);
  return {
    lines: [
      turnover.line,
      ...surcharges,
      ...suspendedTaxesOn(sheet),
      ...incomeTaxOn(sheet, holding, turnover, surcharges),
      deedTaxOn(sheet, turnover),
    ],
    // While a day is unknown, the period may have begun earlier.
    holdingFrom: holding.open.length === 0 ? holding.start : undefined,
    taxablePrice: turnover.price.status === "known" ? turnover.price.price : undefined,
    undecided: turnover.undecided,
  };
};

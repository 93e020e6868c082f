import { formatPercent } from "../../../kernel/fraction.ts";
import { money, rateFigure, roundedFen, times } from "../../figure.ts";
import { deedTaxBaseExcludesTurnoverTax } from "../../law/deed-tax.ts";
import type { Line } from "../../line.ts";
import type { Sheet } from "../../sheet.ts";
import type { Turnover } from "../turnover-tax.ts";

/** Deed tax on a unit that is no home: the base rate of the place. */
export const unitDeedTaxOn = (sheet: Sheet, { price }: Turnover): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: "deed-tax", side: "buyers", payers: sheet.buyers, evidence } as const;
  if (price.status === "open") return { ...shared, status: "open", open: price.open };
  evidence.rest(price.evidence);
  evidence.use(deedTaxBaseExcludesTurnoverTax);
  const rate = evidence.use(sheet.locality.deedTaxBaseRate);
  evidence.say("deed-rate-non-residential", { rate: formatPercent(rate) });
  const base = money(price.price);
  const formula = times(base, rateFigure(rate));
  return { ...shared, status: "due", base, rate, formula, amount: roundedFen(formula) };
};

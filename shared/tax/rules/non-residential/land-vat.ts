import { addMonths, type CalendarDate } from "../../../kernel/day.ts";
import { formatYuan, noMoney } from "../../../kernel/fen.ts";
import { formatPercent, fraction } from "../../../kernel/fraction.ts";
import type { Evidence, Open } from "../../evidence.ts";
import {
  atLeastZero,
  compareFigures,
  type Figure,
  minus,
  money,
  plus,
  rateFigure,
  roundedFen,
  shareFigure,
  times,
} from "../../figure.ts";
import { type LandVatAddition, type LandVatTier, landVatAddition, landVatTiers } from "../../law/non-residential.ts";
import type { Line } from "../../line.ts";
import type { Sheet } from "../../sheet.ts";
import { portionOf } from "../taxable-gain.ts";
import type { Turnover } from "../turnover-tax.ts";

/** Land VAT on a bought unit that is no home, by the invoice method; without an invoice an officer appraises. */
export const landVatOn = (sheet: Sheet, { price }: Turnover, taxesOfSale: readonly Line[]): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: "land-vat", side: "sellers", payers: sheet.sellers, evidence } as const;
  const deductions = deductionsOf(sheet, taxesOfSale, evidence);
  if (price.status === "open" || "open" in deductions) {
    const open = [...(price.status === "open" ? price.open : []), ...("open" in deductions ? deductions.open : [])];
    return { ...shared, status: "open", open };
  }
  evidence.rest(price.evidence);
  const gain = minus(money(price.price), deductions.total);
  if (compareFigures(gain, money(noMoney)) <= 0) {
    evidence.say("land-vat-no-gain", {});
    return { ...shared, status: "exempt", relief: "no-gain" };
  }
  const { rate, quickDeduction } = tierFor(gain, deductions.total, evidence.use(landVatTiers));
  const formula = atLeastZero(
    minus(times(gain, rateFigure(rate)), times(deductions.total, rateFigure(quickDeduction))),
  );
  evidence.say("land-vat-tier", {
    gain: formatYuan(roundedFen(gain)),
    rate: formatPercent(rate),
    quick: formatPercent(quickDeduction),
  });
  return { ...shared, status: "due", base: gain, rate, formula, amount: roundedFen(formula) };
};

const tierFor = (gain: Figure, deductions: Figure, tiers: readonly LandVatTier[]): LandVatTier => {
  const tier = tiers.find(
    ({ gainUpTo }) => gainUpTo === null || compareFigures(gain, times(deductions, rateFigure(gainUpTo))) <= 0,
  );
  if (tier === undefined) throw new Error("The land VAT tiers have no last one");
  return tier;
};

const deductionsOf = (
  sheet: Sheet,
  taxesOfSale: readonly Line[],
  evidence: Evidence,
): { readonly total: Figure } | { readonly open: readonly Open[] } => {
  const { acquisition } = sheet.facts;
  if (acquisition.mode !== "purchase") return { open: [{ officer: "non-residential-acquisition" }] };
  const { hasInvoice, price, invoiceDate, deedTaxPaid } = acquisition;
  if (hasInvoice === false) return { open: [{ officer: "non-residential-appraisal" }] };
  const open: Open[] = taxesOfSale.flatMap((line) => (line.status === "open" ? line.open : []));
  if (hasInvoice === undefined) open.push({ missing: "/acquisition/hasInvoice" });
  if (price === undefined || price === null) open.push({ missing: "/acquisition/price" });
  if (invoiceDate === undefined) open.push({ missing: "/acquisition/invoiceDate" });
  if (deedTaxPaid === undefined) open.push({ missing: "/acquisition/deedTaxPaid" });
  if (!price || invoiceDate === undefined || deedTaxPaid === undefined || open.length > 0) return { open };

  evidence.fact("/acquisition/price", formatYuan(price));
  evidence.fact("/acquisition/invoiceDate", invoiceDate);
  const deedTax = deedTaxPaid ?? noMoney;
  evidence.fact("/acquisition/deedTaxPaid", formatYuan(deedTax));
  const addition = evidence.use(landVatAddition);
  const years = yearsSince(invoiceDate, sheet.date, addition);
  const invoice = money(price);
  const raised =
    years === 0
      ? invoice
      : plus(invoice, times(times(invoice, rateFigure(addition.rate)), shareFigure(fraction(years))));
  const ofPortion = portionOf(sheet);
  const taxes = taxesOfSale.flatMap((line) => (line.status === "due" ? [money(line.amount)] : []));
  const total = plus(ofPortion(raised), ofPortion(money(deedTax)), ...taxes);
  evidence.say("land-vat-deductions", {
    invoice: formatYuan(price),
    years,
    rate: formatPercent(addition.rate),
    total: formatYuan(roundedFen(total)),
  });
  return { total };
};

/** Each full twelve months is a year; beyond the first, more than six months over are a year too. */
const yearsSince = (from: CalendarDate, to: CalendarDate, { monthsInYear, monthsOver }: LandVatAddition): number => {
  let years = 0;
  while (addMonths(from, (years + 1) * monthsInYear) <= to) years += 1;
  return years > 0 && addMonths(from, years * monthsInYear + monthsOver) < to ? years + 1 : years;
};

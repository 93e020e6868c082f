import { type Fen, formatYuan, noMoney } from "../../kernel/fen.ts";
import { formatPercent } from "../../kernel/fraction.ts";
import type { Evidence } from "../evidence.ts";
import {
  atLeastZero,
  compareFigures,
  type Figure,
  lesserFigure,
  minus,
  money,
  plus,
  rateFigure,
  roundedFen,
  shareFigure,
  times,
} from "../figure.ts";
import { actualMethod, furnishedHomeExcludesRenovation, incomeTaxBase, renovationCaps } from "../law/income-tax.ts";
import type { Line } from "../line.ts";
import type { Sheet } from "../sheet.ts";
import type { Turnover } from "./turnover-tax.ts";

/** Income less original value, reasonable costs and the taxes of the sale; never below zero. Exact, not rounded. */
export const gainOn = (
  sheet: Sheet,
  price: Fen,
  turnover: Turnover,
  surcharges: readonly Line[],
  evidence: Evidence,
): Figure => {
  evidence.use(actualMethod);
  const ofPortion = portionOf(sheet);
  const original = ofPortion(originalValueOf(sheet));
  const costs = costsOf(sheet, evidence).map(ofPortion);
  const taxes = taxesOf(turnover, surcharges, evidence);
  const income = money(price);
  const total = costs.reduce((sum, cost) => plus(sum, cost), money(noMoney));
  evidence.say("income-figures", {
    income: formatYuan(price),
    original: formatYuan(roundedFen(original)),
    costs: formatYuan(roundedFen(total)),
    taxes: formatYuan(taxes.reduce((sum, tax) => (sum + tax) as Fen, noMoney)),
  });
  return atLeastZero(minus(income, original, ...costs, ...taxes.map(money)));
};

/** Scales what the facts say of the whole home to the part that is sold. */
export const portionOf = (sheet: Sheet): ((figure: Figure) => Figure) => {
  const { portion } = sheet.facts.sale;
  if (portion === undefined || portion.numerator === portion.denominator) return (figure) => figure;
  return (figure) => times(figure, shareFigure(portion));
};

export const originalValueOf = (sheet: Sheet): Figure => {
  const { acquisition } = sheet.facts;
  const record = "previous" in acquisition ? acquisition.previous : acquisition;
  const { price, taxesAndFees } = record as { price?: Fen | null; taxesAndFees?: Fen | null };
  return plus(money(price ?? noMoney), money(taxesAndFees ?? noMoney));
};

const costsOf = (sheet: Sheet, evidence: Evidence): readonly Figure[] => {
  const { costs } = sheet.facts;
  if (costs === undefined) return [];
  const figures: Figure[] = [];
  if (costs.renovation !== undefined && costs.renovation > 0)
    figures.push(...renovationOf(sheet, costs.renovation, evidence));
  for (const name of ["mortgageInterest", "fees"] as const) {
    const cost = costs[name];
    if (cost === undefined) continue;
    evidence.fact(`/costs/${name}`, formatYuan(cost));
    figures.push(money(cost));
  }
  return figures;
};

const renovationOf = (sheet: Sheet, renovation: Fen, evidence: Evidence): readonly Figure[] => {
  const claimed = formatYuan(renovation);
  evidence.fact("/costs/renovation", claimed);
  const { soldFurnished, kind } = sheet.facts.property;
  if (soldFurnished === true && evidence.use(furnishedHomeExcludesRenovation)) {
    evidence.fact("/property/soldFurnished", "true");
    evidence.say("renovation-of-furnished-home", { claimed });
    return [];
  }
  const caps = evidence.use(renovationCaps);
  if (kind !== undefined) evidence.fact("/property/kind", kind);
  const isPublic =
    kind === "public-housing" || kind === "affordable" || sheet.facts.acquisition.mode === "housing-reform";
  const rate = isPublic ? caps.publicOrAffordable : caps.other;
  const cap = times(originalValueOf(sheet), rateFigure(rate));
  if (compareFigures(money(renovation), cap) > 0)
    evidence.say("renovation-capped", { claimed, cap: formatPercent(rate) });
  return [lesserFigure(money(renovation), cap)];
};

const taxesOf = (turnover: Turnover, surcharges: readonly Line[], evidence: Evidence): readonly Fen[] => {
  const taxes = surcharges.flatMap((line) => (line.status === "due" ? [line.amount] : []));
  if (turnover.line.status !== "due") return taxes;
  if (evidence.use(incomeTaxBase).deductsTurnoverTax) return [turnover.line.amount, ...taxes];
  evidence.say("vat-of-sale-not-deductible", {});
  return taxes;
};

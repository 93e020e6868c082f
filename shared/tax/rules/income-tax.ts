import { type Fen, noMoney } from "../../kernel/fen.ts";
import { formatFraction, formatPercent, type Rate } from "../../kernel/fraction.ts";
import type { Evidence, Open } from "../evidence.ts";
import { compareFigures, type Figure, money, rateFigure, roundedFen, shareFigure, times } from "../figure.ts";
import { eachOwnerApart, incomeTaxBase, transferIncomeRate } from "../law/income-tax.ts";
import type { Line, Payer } from "../line.ts";
import type { Sheet } from "../sheet.ts";
import type { HoldingPeriod } from "./holding-period.ts";
import { methodFor } from "./income-tax-method.ts";
import { onlyHomeOf, ownUseOf } from "./only-home.ts";
import { gainOn } from "./taxable-gain.ts";
import type { Turnover } from "./turnover-tax.ts";

type Taxed =
  | {
      readonly status: "due";
      readonly base: Figure;
      readonly rate: Rate;
      readonly formula: Figure;
      readonly amount: Fen;
    }
  | { readonly status: "open"; readonly open: readonly Open[] };

/** Income tax, one line for each seller: exempt, by the actual method, or deemed. */
export const incomeTaxOn = (
  sheet: Sheet,
  holding: HoldingPeriod,
  turnover: Turnover,
  surcharges: readonly Line[],
): readonly Line[] => {
  const ownUse = ownUseOf(sheet, holding);
  return sheet.sellers.map((seller) => {
    const evidence = sheet.evidence();
    const shared = { tax: "income-tax", side: "sellers", payers: [seller], evidence } as const;
    const onlyHome = onlyHomeOf(sheet, ownUse, seller);
    evidence.rest(onlyHome.evidence);
    if (onlyHome.answer === "yes") {
      evidence.say("income-exempt-only-home", { years: onlyHome.years });
      return { ...shared, status: "exempt", relief: "five-years-only-home" };
    }
    const taxed = taxOn(sheet, turnover, surcharges, seller, evidence);
    const shortfalls = onlyHome.answer === "no" ? onlyHome.shortfalls : [];
    if (taxed.status === "due" && (onlyHome.answer === "no" || taxed.amount === 0)) {
      return { ...shared, ...taxed, shortfalls };
    }
    const open = [...(onlyHome.answer === "open" ? onlyHome.open : []), ...(taxed.status === "open" ? taxed.open : [])];
    return { ...shared, status: "open", open, shortfalls };
  });
};

const taxOn = (
  sheet: Sheet,
  turnover: Turnover,
  surcharges: readonly Line[],
  seller: Payer,
  evidence: Evidence,
): Taxed => {
  const method = methodFor(sheet, evidence);
  if (method.name === "open") {
    const price = turnover.price.status === "open" ? turnover.price.open : [];
    return { status: "open", open: [...method.open, ...price] };
  }
  const { price } = turnover;
  evidence.rest(price.evidence);
  if (price.status === "open") return { status: "open", open: price.open };
  evidence.use(incomeTaxBase);
  evidence.use(eachOwnerApart);
  const share = shareFigure(seller.share);
  if (sheet.sellers.length > 1) {
    const index = sheet.facts.sellers.findIndex(({ id }) => id === seller.id);
    evidence.fact(`/sellers/${index}/share`, formatFraction(seller.share));
    evidence.say("income-by-share", { share: formatFraction(seller.share) });
  }

  if (method.name === "deemed") {
    const income = money(price.price);
    const base = sheet.sellers.length > 1 ? times(income, share) : income;
    const formula = times(base, rateFigure(method.rate));
    const printed = { rate: formatPercent(method.rate) };
    if (method.isChosen) evidence.say("income-deemed-chosen", printed);
    else evidence.say("income-deemed", printed);
    return { status: "due", base, rate: method.rate, formula, amount: roundedFen(formula) };
  }
  const open = surcharges.flatMap((line) => (line.status === "open" ? line.open : []));
  if (open.length > 0) return { status: "open", open };
  const rate = evidence.use(transferIncomeRate);
  const gain = gainOn(sheet, price.price, turnover, surcharges, evidence);
  const base = sheet.sellers.length > 1 ? times(gain, share) : gain;
  const formula = times(base, rateFigure(rate));
  if (compareFigures(gain, money(noMoney)) <= 0) evidence.say("income-no-gain", {});
  else evidence.say("income-actual", { rate: formatPercent(rate) });
  return { status: "due", base, rate, formula, amount: roundedFen(formula) };
};

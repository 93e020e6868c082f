import { formatYuan, noMoney } from "../../../kernel/fen.ts";
import { formatPercent } from "../../../kernel/fraction.ts";
import {
  atLeastZero,
  compareFigures,
  minus,
  money,
  plus,
  rateFigure,
  roundedFen,
  shareFigure,
  times,
} from "../../figure.ts";
import { actualMethod, eachOwnerApart, incomeTaxBase, transferIncomeRate } from "../../law/income-tax.ts";
import type { Line, Payer } from "../../line.ts";
import type { Sheet } from "../../sheet.ts";
import { methodFor } from "../income-tax-method.ts";
import { originalValueOf, portionOf } from "../taxable-gain.ts";
import type { Turnover } from "../turnover-tax.ts";

/** Income tax of each seller of a unit that is no home: actual or deemed; no exemption, no renovation. */
export const unitIncomeTaxOn = (sheet: Sheet, turnover: Turnover, taxesOfSale: readonly Line[]): readonly Line[] =>
  sheet.sellers.map((seller) => lineFor(sheet, turnover, taxesOfSale, seller));

const lineFor = (sheet: Sheet, { price }: Turnover, taxesOfSale: readonly Line[], seller: Payer): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: "income-tax", side: "sellers", payers: [seller], evidence } as const;
  const method = methodFor(sheet, evidence);
  const ownShare = sheet.sellers.length > 1 ? shareFigure(seller.share) : undefined;
  if (method.name === "open" || price.status === "open") {
    const open = [...(method.name === "open" ? method.open : []), ...(price.status === "open" ? price.open : [])];
    return { ...shared, status: "open", open };
  }
  evidence.rest(price.evidence);
  evidence.use(incomeTaxBase);
  evidence.use(eachOwnerApart);
  const income = money(price.price);
  if (method.name === "deemed") {
    evidence.say("income-deemed", { rate: formatPercent(method.rate) });
    const base = ownShare === undefined ? income : times(income, ownShare);
    const formula = times(base, rateFigure(method.rate));
    return { ...shared, status: "due", base, rate: method.rate, formula, amount: roundedFen(formula) };
  }
  const open = taxesOfSale.flatMap((line) => (line.status === "open" ? line.open : []));
  if (open.length > 0) return { ...shared, status: "open", open };
  evidence.use(actualMethod);
  const rate = evidence.use(transferIncomeRate);
  const ofPortion = portionOf(sheet);
  const original = ofPortion(originalValueOf(sheet));
  const fees = ofPortion(money(sheet.facts.costs?.fees ?? noMoney));
  const taxes = taxesOfSale.flatMap((line) => (line.status === "due" ? [money(line.amount)] : []));
  const gain = atLeastZero(minus(income, original, fees, ...taxes));
  const base = ownShare === undefined ? gain : times(gain, ownShare);
  const formula = times(base, rateFigure(rate));
  if (compareFigures(gain, money(noMoney)) <= 0) evidence.say("income-no-gain", {});
  else evidence.say("income-actual", { rate: formatPercent(rate) });
  evidence.say("income-figures", {
    income: formatYuan(price.price),
    original: formatYuan(roundedFen(original)),
    costs: formatYuan(roundedFen(fees)),
    taxes: formatYuan(roundedFen(plus(money(noMoney), ...taxes))),
  });
  return { ...shared, status: "due", base, rate, formula, amount: roundedFen(formula) };
};

import { type Fen, formatYuan, noMoney } from "../../kernel/fen.ts";
import { formatPercent } from "../../kernel/fraction.ts";
import type { Evidence, Open } from "../evidence.ts";
import type { Sentence } from "../explain/notes.ts";
import { money, onePlus, over, rateFigure, roundedFen, times } from "../figure.ts";
import { undeclaredTurnoverTaxFollowsFilingDay } from "../law/transition.ts";
import {
  selfBuiltExemption,
  smallScaleThresholdApplies,
  type TurnoverTax,
  turnoverExemptYears,
  turnoverTaxOnHomes,
} from "../law/turnover.ts";
import type { Line } from "../line.ts";
import type { Sheet } from "../sheet.ts";
import { type HoldingPeriod, heldFor } from "./holding-period.ts";
import { checkPrice, withoutVat } from "./taxable-price.ts";
import { sayTransition } from "./transition.ts";

/** The price that income tax and deed tax are computed on, and how it was found. */
export type TaxablePrice =
  | { readonly status: "known"; readonly price: Fen; readonly evidence: Evidence }
  | { readonly status: "open"; readonly open: readonly Open[]; readonly evidence: Evidence };

export interface Turnover {
  readonly line: Line;
  readonly tax: TurnoverTax["tax"];
  /** What surcharges are computed on; undefined while open. */
  readonly amount: Fen | undefined;
  readonly price: TaxablePrice;
  /** Both prices, while the taxpayer or an officer has not decided between them. */
  readonly undecided?: { readonly declared: Fen; readonly assessed: Fen };
}

/** Business tax or VAT on a home, whole, before it is split by share; with it the price the other taxes start from. */
export const turnoverTaxOn = (sheet: Sheet, holding: HoldingPeriod): Turnover => {
  const evidence = sheet.evidence();
  const law = evidence.use(turnoverTaxOnHomes);
  sayTransition(sheet, { law: turnoverTaxOnHomes, clause: undeclaredTurnoverTaxFollowsFilingDay }, evidence);
  const shared = { tax: law.tax, side: "sellers", payers: sheet.sellers, evidence } as const;

  const exemption = exemptionOf(sheet, holding, law, evidence);
  const { declaredPrice } = sheet.facts.sale;
  if (exemption.answer === "open") {
    const price: readonly Open[] = declaredPrice === undefined ? [{ missing: "/sale/declaredPrice" }] : [];
    return openTurnover(sheet, law, evidence, [...exemption.open, ...price]);
  }
  if (exemption.answer === "yes") {
    const line: Line = { ...shared, status: "exempt", relief: exemption.relief };
    return { line, tax: law.tax, amount: noMoney, ...priceOf(sheet, law, true) };
  }
  const { price, undecided } = priceOf(sheet, law, false);
  if (declaredPrice === undefined || price.status === "open") {
    const open = price.status === "open" ? price.open : [];
    evidence.rest(price.evidence);
    return { ...openTurnover(sheet, law, evidence, open), ...(undecided === undefined ? {} : { undecided }), price };
  }
  evidence.fact("/sale/declaredPrice", formatYuan(declaredPrice));
  evidence.use(smallScaleThresholdApplies);
  const rate = rateFigure(law.rate);
  const declared = priceWithin(declaredPrice, law);
  // At the declared price the VAT is what lies within it; an assessed price is without VAT.
  const isDeclared = price.price === declared.price;
  const base = isDeclared && law.tax === "vat" ? over(money(declaredPrice), onePlus(law.rate)) : money(price.price);
  const formula =
    isDeclared && law.tax === "vat"
      ? over(times(money(declaredPrice), rate), onePlus(law.rate))
      : times(money(price.price), rate);
  const amount = roundedFen(formula);
  evidence.rest(price.evidence);
  evidence.say("turnover-due-on-full-price", {
    tax: law.tax,
    rate: formatPercent(law.rate),
    amount: formatYuan(amount),
  });
  evidence.say("no-small-scale-exemption", {});
  const line: Line = {
    ...shared,
    status: "due",
    base,
    rate: law.rate,
    formula,
    amount,
    shortfalls: exemption.shortfalls,
  };
  return { line, tax: law.tax, amount, price };
};

type Exemption =
  | { readonly answer: "yes"; readonly relief: string }
  | { readonly answer: "no"; readonly shortfalls: readonly Sentence[] }
  | { readonly answer: "open"; readonly open: readonly Open[] };

const exemptionOf = (sheet: Sheet, holding: HoldingPeriod, law: TurnoverTax, evidence: Evidence): Exemption => {
  const officers: Open[] = [];
  if (sheet.facts.sellers.some(({ kind }) => kind === "sole-proprietor-general-taxpayer")) {
    officers.push({ officer: "general-taxpayer-seller" });
  }
  if (sheet.facts.sellers.some(({ acquiredApart }) => acquiredApart === true)) {
    officers.push({ officer: "acquired-apart" });
  }
  if (officers.length > 0) return { answer: "open", open: officers };
  if (sheet.facts.acquisition.mode === "self-built") {
    evidence.fact("/acquisition/mode", "self-built");
    if (evidence.use(selfBuiltExemption)) {
      evidence.say("turnover-exempt-self-built", { tax: law.tax });
      return { answer: "yes", relief: "self-built-own-home" };
    }
  }
  const years = evidence.use(turnoverExemptYears);
  const held = heldFor(sheet, holding, years);
  evidence.rest(held.evidence);
  if (held.answer === "open") return { answer: "open", open: held.open };
  if (held.answer === "no") return { answer: "no", shortfalls: [held.shortfall] };
  evidence.say("turnover-exempt-held", { tax: law.tax, years });
  return { answer: "yes", relief: "held-long-enough" };
};

const priceWithin = (declared: Fen, law: TurnoverTax): { readonly vat: Fen; readonly price: Fen } =>
  law.tax === "vat" ? withoutVat(declared, law.rate) : { vat: noMoney, price: declared };

const priceOf = (
  sheet: Sheet,
  law: TurnoverTax,
  isExempt: boolean,
): { price: TaxablePrice; undecided?: { declared: Fen; assessed: Fen } } => {
  const evidence = sheet.evidence();
  const { declaredPrice } = sheet.facts.sale;
  if (declaredPrice === undefined) {
    return { price: { status: "open", open: [{ missing: "/sale/declaredPrice" }], evidence } };
  }
  const declared = formatYuan(declaredPrice);
  evidence.fact("/sale/declaredPrice", declared);
  const { vat, price } = isExempt ? { vat: noMoney, price: declaredPrice } : priceWithin(declaredPrice, law);
  if (law.tax === "business-tax") evidence.say("price-with-business-tax", { declared });
  else if (isExempt) evidence.say("price-nothing-subtracted", { declared });
  else evidence.say("price-without-vat", { declared, vat: formatYuan(vat), price: formatYuan(price) });

  const check = checkPrice(sheet, price);
  evidence.rest(check.evidence);
  if (check.status === "declared") return { price: { status: "known", price, evidence } };
  if (check.status === "assessed") return { price: { status: "known", price: check.price, evidence } };
  return {
    price: { status: "open", open: check.open, evidence },
    undecided: { declared: price, assessed: check.assessed },
  };
};

const openTurnover = (sheet: Sheet, law: TurnoverTax, evidence: Evidence, open: readonly Open[]): Turnover => ({
  line: { tax: law.tax, side: "sellers", payers: sheet.sellers, evidence, status: "open", open },
  tax: law.tax,
  amount: undefined,
  price: { status: "open", open, evidence: sheet.evidence() },
});

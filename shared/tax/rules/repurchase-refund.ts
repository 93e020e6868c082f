import { addYears, type CalendarDate, daysBetween } from "../../kernel/day.ts";
import { type Fen, formatYuan, noMoney } from "../../kernel/fen.ts";
import { formatFraction, type Rate, wholeRate } from "../../kernel/fraction.ts";
import type { Evidence } from "../evidence.ts";
import type { Sentence } from "../explain/notes.ts";
import { compareFigures, type Figure, money, over, roundedFen, shareFigure, times } from "../figure.ts";
import { refundSpansExtensions, repurchaseDetails, repurchaseRefund, repurchaseYears } from "../law/repurchase.ts";
import { entryOn } from "../law/timeline.ts";
import type { Locality } from "../locality.ts";
import type { RepurchaseFacts } from "../repurchase-facts.ts";

export type Refund =
  | { readonly outcome: "refund"; readonly amount: Fen; readonly formula: Figure }
  | { readonly outcome: "not-eligible"; readonly shortfalls: readonly Sentence[] }
  | { readonly outcome: "incomplete"; readonly missing: readonly string[]; readonly shortfalls: readonly Sentence[] };

/** The part of the income tax of a sale that is paid back to a seller who buys again within the time allowed. */
export const refundFor = (facts: RepurchaseFacts, locality: Locality, evidence: Evidence): Refund => {
  const { sale, purchase } = facts;
  evidence.use(repurchaseDetails);
  const shortfalls: Sentence[] = [];
  const missing: string[] = [];
  const fail = (sentence: Sentence) => shortfalls.push(sentence);

  if (!Object.hasOwn(locality.divisions, sale.division) || !Object.hasOwn(locality.divisions, purchase.division)) {
    fail(evidence.say("repurchase-other-city", {}));
  }
  const share = purchase.share;
  if (share === undefined) missing.push("/purchase/share");
  if (share === null) fail(evidence.say("repurchase-no-owner", {}));
  if (sale.taxPaid === undefined) missing.push("/sale/taxPaid");
  if (sale.taxPaid === 0) fail(evidence.say("repurchase-no-tax-paid", {}));
  if (sale.priceWithoutVat === undefined) missing.push("/sale/priceWithoutVat");
  if (purchase.priceWithoutVat === undefined) missing.push("/purchase/priceWithoutVat");

  const bought = dayOfPurchase(facts);
  if (sale.taxPaidOn === undefined) missing.push("/sale/taxPaidOn");
  if (typeof bought !== "string") missing.push(bought.missing);
  if (sale.taxPaidOn !== undefined && typeof bought === "string") {
    for (const shortfall of daysThatFail(sale.taxPaidOn, bought, evidence)) fail(shortfall);
  }
  if (shortfalls.length > 0) return { outcome: "not-eligible", shortfalls };
  const { taxPaid, priceWithoutVat: sold } = sale;
  const { priceWithoutVat: paid } = purchase;
  if (missing.length > 0 || taxPaid === undefined || sold === undefined || paid === undefined || !share) {
    return { outcome: "incomplete", missing, shortfalls };
  }
  return amountOf({ taxPaid, sold: ofShare(sold, sale.share ?? wholeRate), paid: ofShare(paid, share) }, evidence);
};

const ofShare = (price: Fen, share: Rate): Figure =>
  formatFraction(share) === "1" ? money(price) : times(money(price), shareFigure(share));

const dayOfPurchase = ({ purchase }: RepurchaseFacts): CalendarDate | { readonly missing: string } => {
  if (purchase.kind === "new") return purchase.contractRecordedOn ?? { missing: "/purchase/contractRecordedOn" };
  return purchase.deedTaxPaidOn ?? purchase.titleRegisteredOn ?? { missing: "/purchase/deedTaxPaidOn" };
};

const daysThatFail = (sold: CalendarDate, bought: CalendarDate, evidence: Evidence): readonly Sentence[] => {
  const shortfalls: Sentence[] = [];
  evidence.fact("/sale/taxPaidOn", sold);
  evidence.say("repurchase-days", { sold, bought });
  const [ofSale, ofPurchase] = [entryOn(repurchaseRefund, sold), entryOn(repurchaseRefund, bought)];
  for (const [day, entry] of [
    [sold, ofSale],
    [bought, ofPurchase],
  ] as const) {
    if (entry !== undefined) evidence.cite(entry);
    if (entry?.value !== true) shortfalls.push(evidence.say("repurchase-outside-period", { day }));
  }
  if (shortfalls.length === 0 && ofSale !== ofPurchase) evidence.use(refundSpansExtensions);
  if (bought < sold) shortfalls.push(evidence.say("repurchase-before-sale", { days: daysBetween(bought, sold) }));
  const last = addYears(sold, evidence.use(repurchaseYears));
  if (bought > last) shortfalls.push(evidence.say("repurchase-too-late", { last, days: daysBetween(last, bought) }));
  return shortfalls;
};

const amountOf = (
  { taxPaid, sold, paid }: { readonly taxPaid: Fen; readonly sold: Figure; readonly paid: Figure },
  evidence: Evidence,
): Refund => {
  const printed = {
    tax: formatYuan(taxPaid),
    bought: formatYuan(roundedFen(paid)),
    sold: formatYuan(roundedFen(sold)),
  };
  if (compareFigures(paid, sold) >= 0 || compareFigures(sold, money(noMoney)) === 0) {
    evidence.say("repurchase-full", printed);
    return { outcome: "refund", amount: taxPaid, formula: money(taxPaid) };
  }
  evidence.say("repurchase-part", printed);
  const formula = over(times(money(taxPaid), paid), sold);
  return { outcome: "refund", amount: roundedFen(formula), formula };
};

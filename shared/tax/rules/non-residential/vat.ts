import { type Fen, formatYuan, subtract } from "../../../kernel/fen.ts";
import { formatPercent } from "../../../kernel/fraction.ts";
import type { Evidence, Open } from "../../evidence.ts";
import { atLeastZero, type Figure, minus, money, onePlus, over, rateFigure, roundedFen, times } from "../../figure.ts";
import { proofByDeedTax, turnoverTaxOnUnits } from "../../law/non-residential.ts";
import { entryOn } from "../../law/timeline.ts";
import type { Line } from "../../line.ts";
import type { Sheet } from "../../sheet.ts";
import { portionOf } from "../taxable-gain.ts";
import type { Turnover } from "../turnover-tax.ts";

/** VAT on a bought unit that is no home: on the difference between the sale and the purchase. */
export const unitTurnoverTaxOn = (sheet: Sheet): Turnover => {
  const evidence = sheet.evidence();
  const law = evidence.use(turnoverTaxOnUnits);
  evidence.fact("/property/use", sheet.facts.property.use);
  if (law.method === "officer") {
    const isOld = law.reason === "business-tax";
    const officer = isOld ? "non-residential-business-tax" : "non-residential-vat-method";
    return openTurnover(sheet, evidence, [{ officer }], isOld ? "business-tax" : "vat");
  }
  const { declaredPrice } = sheet.facts.sale;
  if (declaredPrice === undefined) return openTurnover(sheet, evidence, [{ missing: "/sale/declaredPrice" }]);
  evidence.fact("/sale/declaredPrice", formatYuan(declaredPrice));
  const rate = rateFigure(law.rate);
  const whole = onePlus(law.rate);
  const proven = provenPrice(sheet, evidence);
  if ("open" in proven) return openTurnover(sheet, evidence, proven.open);

  const price = money(declaredPrice);
  // A deed-tax base of the VAT years is without VAT; an invoice price and an older base are with tax.
  const base = proven.isWithoutVat
    ? atLeastZero(minus(over(price, whole), proven.price))
    : over(atLeastZero(minus(price, proven.price)), whole);
  const formula = times(base, rate);
  const amount = roundedFen(formula);
  const taxable = subtract(declaredPrice, amount);
  const { assessedPrice } = sheet.facts.sale;
  if (assessedPrice !== undefined && assessedPrice !== null) {
    const assessed = roundedFen(portionOf(sheet)(money(assessedPrice)));
    if (assessed > taxable) return openTurnover(sheet, evidence, [{ officer: "non-residential-assessed-price" }]);
  }
  const printed = { rate: formatPercent(law.rate), amount: formatYuan(amount) };
  const purchase = formatYuan(roundedFen(proven.price));
  if (proven.isInvoice)
    evidence.say("difference-by-invoice", { ...printed, price: formatYuan(declaredPrice), purchase });
  else evidence.say("difference-by-deed-tax", { ...printed, purchase });
  evidence.say("no-two-year-exemption", {});
  const line: Line = {
    tax: "vat",
    side: "sellers",
    payers: sheet.sellers,
    evidence,
    status: "due",
    base,
    rate: law.rate,
    formula,
    amount,
  };
  return {
    line,
    tax: "vat",
    amount,
    price: { status: "known", price: taxable, evidence: priceEvidence(sheet, declaredPrice, amount, taxable) },
  };
};

const priceEvidence = (sheet: Sheet, declared: Fen, vat: Fen, price: Fen): Evidence => {
  const evidence = sheet.evidence();
  evidence.fact("/sale/declaredPrice", formatYuan(declared));
  evidence.say("price-without-vat", { declared: formatYuan(declared), vat: formatYuan(vat), price: formatYuan(price) });
  return evidence;
};

type Proven =
  | { readonly price: Figure; readonly isInvoice: boolean; readonly isWithoutVat: boolean }
  | { readonly open: readonly Open[] };

/** The purchase price of the part that is sold, by invoice or, without one, by the deed tax that was paid. */
const provenPrice = (sheet: Sheet, evidence: Evidence): Proven => {
  const { acquisition } = sheet.facts;
  if (acquisition.mode !== "purchase") return { open: [{ officer: "non-residential-acquisition" }] };
  const ofPortion = portionOf(sheet);
  const { hasInvoice, price, deedTaxPaid, deedTaxDate } = acquisition;
  if (hasInvoice === undefined) return { open: [{ missing: "/acquisition/hasInvoice" }] };
  evidence.fact("/acquisition/hasInvoice", String(hasInvoice));
  if (hasInvoice) {
    if (price === undefined || price === null) return { open: [{ missing: "/acquisition/price" }] };
    evidence.fact("/acquisition/price", formatYuan(price));
    return { price: ofPortion(money(price)), isInvoice: true, isWithoutVat: false };
  }
  const open: Open[] = [];
  if (deedTaxPaid === undefined) open.push({ missing: "/acquisition/deedTaxPaid" });
  if (deedTaxDate === undefined) open.push({ missing: "/acquisition/deedTaxDate" });
  if (open.length > 0) return { open };
  if (!deedTaxPaid || !deedTaxDate) return { open: [{ officer: "non-residential-acquisition" }] };
  // The rate on the day of the purchase, not of the sale.
  const rate = entryOn(sheet.locality.deedTaxBaseRate, deedTaxDate);
  if (rate === undefined) return { open: [{ officer: "non-residential-deed-base" }] };
  evidence.cite(rate);
  evidence.fact("/acquisition/deedTaxPaid", formatYuan(deedTaxPaid));
  evidence.fact("/acquisition/deedTaxDate", deedTaxDate);
  const { lastDayOfBusinessTax } = evidence.use(proofByDeedTax);
  return {
    price: ofPortion(over(money(deedTaxPaid), rateFigure(rate.value))),
    isInvoice: false,
    isWithoutVat: deedTaxDate > lastDayOfBusinessTax,
  };
};

const openTurnover = (
  sheet: Sheet,
  evidence: Evidence,
  open: readonly Open[],
  tax: Turnover["tax"] = "vat",
): Turnover => ({
  line: { tax, side: "sellers", payers: sheet.sellers, evidence, status: "open", open },
  tax,
  amount: undefined,
  price: { status: "open", open, evidence: sheet.evidence() },
});

import { type Fen, formatYuan, isAbove, multiply, subtract } from "../../kernel/fen.ts";
import { addRates, formatFraction, formatPercent, type Rate, wholeRate } from "../../kernel/fraction.ts";
import type { Evidence, Open } from "../evidence.ts";
import { assessedPriceExcludesVat, lowPriceMayBeAssessed } from "../law/price-check.ts";
import type { Sheet } from "../sheet.ts";

/** The price without VAT on which everything is computed, or what keeps it open. */
export type PriceCheck =
  | { readonly status: "declared"; readonly evidence: Evidence }
  | { readonly status: "assessed"; readonly price: Fen; readonly evidence: Evidence }
  | { readonly status: "open"; readonly open: readonly Open[]; readonly assessed: Fen; readonly evidence: Evidence };

/**
 * Compares the declared price, VAT removed, with the assessed one. The higher price is never used silently: until the
 * taxpayer accepts it or an officer accepts the reason for the lower one, the price is open.
 */
export const checkPrice = (sheet: Sheet, declaredWithoutVat: Fen): PriceCheck => {
  const evidence = sheet.evidence();
  const { assessedPrice, priceDecision, portion } = sheet.facts.sale;
  if (assessedPrice === undefined || assessedPrice === null) return { status: "declared", evidence };

  evidence.fact("/sale/assessedPrice", formatYuan(assessedPrice));
  const assessed = portion === undefined ? assessedPrice : multiply(assessedPrice, portion);
  const printed = { assessed: formatYuan(assessed), price: formatYuan(declaredWithoutVat) };
  if (portion !== undefined) {
    evidence.fact("/sale/portion", formatFraction(portion));
    evidence.say("assessed-portion", { portion: formatFraction(portion), assessed: printed.assessed });
  }
  evidence.use(assessedPriceExcludesVat);
  if (assessed <= declaredWithoutVat) {
    evidence.say("assessed-price-not-above", printed);
    return { status: "declared", evidence };
  }
  evidence.use(lowPriceMayBeAssessed);
  const tolerance = evidence.use(sheet.locality.priceTolerance);
  if (isWithin(declaredWithoutVat, assessed, tolerance)) {
    evidence.say("price-within-tolerance", { ...printed, tolerance: formatPercent(tolerance) });
    return { status: "declared", evidence };
  }
  if (priceDecision !== undefined) evidence.fact("/sale/priceDecision", priceDecision);
  if (priceDecision === "accepts-assessed") {
    evidence.say("assessed-price-used", printed);
    return { status: "assessed", price: assessed, evidence };
  }
  if (priceDecision === "reason-accepted") {
    evidence.say("low-price-reason-accepted", printed);
    return { status: "declared", evidence };
  }
  const open: Open =
    priceDecision === "reason-claimed" ? { officer: "low-price-reason" } : { missing: "/sale/priceDecision" };
  return { status: "open", open: [open], assessed, evidence };
};

const isWithin = (price: Fen, assessed: Fen, tolerance: Rate): boolean => {
  if (tolerance.numerator === 0) return false;
  const kept = addRates(wholeRate, { numerator: -tolerance.numerator, denominator: tolerance.denominator });
  return price > 0 && !isAbove(assessed, price, { numerator: kept.denominator, denominator: kept.numerator });
};

/** Splits a price into VAT and the rest: the VAT is rounded, the rest is what remains, so both always add up. */
export const withoutVat = (declared: Fen, rate: Rate): { readonly vat: Fen; readonly price: Fen } => {
  const vat = multiply(declared, {
    numerator: rate.numerator,
    denominator: rate.denominator + rate.numerator,
  });
  return { vat, price: subtract(declared, vat) };
};

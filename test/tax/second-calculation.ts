import type { HousingFactsJson } from "../../shared/tax/facts.ts";
import { div, fromFen, isLess, less, mul, parse, plus, type Q, q, toFen } from "./plain-fractions.ts";
import { homesOf, UNKNOWN } from "./second-home-count.ts";

/*
 * The taxes of a home a second time: slow, plain, straight from the text of the law, in exact fractions. Written
 * apart from the rules, with its own dates, its own table of rates and its own rounding, so that both can only agree by
 * being right, or by the same misreading. Answers whole fen, or null where the facts do not settle a tax.
 */
export interface SecondAnswer {
  turnover: bigint | null;
  urban: bigint | null;
  education: bigint | null;
  local: bigint | null;
  income: Record<string, bigint | null>;
  deed: bigint | null;
}

type Facts = HousingFactsJson;
const zero = q(0);

const anniversary = (day: string, years: number): string => {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  const date = new Date(Date.UTC(y + years, m - 1, d));
  // 29 February runs over into March in a common year.
  if (date.getUTCMonth() !== m - 1) return `${y + years}-02-28`;
  return date.toISOString().slice(0, 10);
};

const startOf = (facts: Facts): { start: string | null; mayBeEarlier: boolean } => {
  const a = facts.acquisition;
  const days: (string | null | undefined)[] = [];
  if (a.mode === "purchase") days.push(a.titleDate, a.deedTaxDate);
  if (a.mode === "inheritance" || a.mode === "gift-from-kin" || a.mode === "divorce") {
    days.push(a.previous?.titleDate, a.previous?.deedTaxDate);
  }
  if (a.mode === "housing-reform") days.push(a.contractDate, a.receiptDate, a.titleDate);
  if (a.mode === "court-judgment") days.push(a.judgmentDate);
  if (a.mode === "self-built") days.push(a.titleDate);
  const known = days.filter((day): day is string => typeof day === "string").sort();
  return { start: known[0] ?? null, mayBeEarlier: days.includes(undefined) };
};

/** true, false, or null when it is not known. */
const isHeldFor = (facts: Facts, years: number): boolean | null => {
  const { start, mayBeEarlier } = startOf(facts);
  if (start === null) return null;
  if (facts.filingDate >= anniversary(start, years)) return true;
  return mayBeEarlier ? null : false;
};

const halved = (day: string): boolean => day >= "2019-01-01" && day <= "2027-12-31";

const urbanRate = (facts: Facts): Q | null => {
  const { division, settlement } = facts.property;
  if (["450202", "450203", "450204", "450205"].includes(division)) return q(7, 100);
  if (division === "450206") return settlement === undefined || settlement === "urban" ? q(7, 100) : null;
  if (settlement === undefined) return null;
  return settlement === "village" ? q(1, 100) : q(5, 100);
};

export const calculateAgain = (facts: Facts): SecondAnswer => {
  const day = facts.filingDate;
  const isBusinessTax = day < "2016-05-01";
  const rate = day < "2026-01-01" ? q(5, 100) : q(3, 100);
  const answer: SecondAnswer = { turnover: null, urban: null, education: null, local: null, income: {}, deed: null };
  for (const seller of facts.sellers) answer.income[seller.id] = null;

  const apart = facts.sellers.some((seller) => seller.acquiredApart === true);
  const general = facts.sellers.some((seller) => seller.kind === "sole-proprietor-general-taxpayer");
  const two = facts.acquisition.mode === "self-built" ? true : isHeldFor(facts, 2);
  const exempt = apart || general ? null : two;
  const declared = facts.sale.declaredPrice === undefined ? null : parse(facts.sale.declaredPrice);

  // price without tax, then the price that the taxes start from
  let price: Q | null = null;
  if (declared !== null && exempt !== null) {
    const isVatDue = !exempt && !isBusinessTax;
    const within = isVatDue ? fromFen(toFen(div(mul(declared, rate), plus(q(1), rate)))) : zero;
    price = less(declared, within);
    let base: "declared" | "assessed" | "undecided" = "declared";
    if (facts.sale.assessedPrice !== undefined && facts.sale.assessedPrice !== null) {
      const part = facts.sale.portion === undefined ? q(1) : parse(facts.sale.portion);
      const assessed = fromFen(toFen(mul(parse(facts.sale.assessedPrice), part)));
      if (isLess(price, assessed)) {
        if (facts.sale.priceDecision === "accepts-assessed") {
          base = "assessed";
          price = assessed;
        } else if (facts.sale.priceDecision !== "reason-accepted") base = "undecided";
      }
    }
    if (base === "undecided") price = null;
    else if (!exempt) {
      answer.turnover = toFen(base === "declared" && isVatDue ? within : mul(price ?? zero, rate));
    }
  }
  if (exempt === true) answer.turnover = 0n;

  if (answer.turnover !== null) {
    const due = fromFen(answer.turnover);
    const factor = halved(day) ? q(1, 2) : q(1);
    const urban = urbanRate(facts);
    const on = (surcharge: Q) => (answer.turnover === 0n ? 0n : toFen(mul(mul(due, surcharge), factor)));
    answer.education = on(q(3, 100));
    answer.local = on(q(2, 100));
    answer.urban = answer.turnover === 0n ? 0n : urban === null ? null : on(urban);
  }
  for (const seller of facts.sellers) answer.income[seller.id] = incomeTax(facts, answer, price, seller, apart);
  answer.deed = deedTax(facts, price);
  return answer;
};

const incomeTax = (
  facts: Facts,
  answer: SecondAnswer,
  price: Q | null,
  seller: Facts["sellers"][number],
  apart: boolean,
): bigint | null => {
  const five = isHeldFor(facts, 5);
  const others = homesOf(facts, seller.family, "couple");
  const isFree =
    five === false || (others !== UNKNOWN && others > 0) || surelyMore(facts, seller.family, "couple", 1)
      ? false
      : five === null || others === UNKNOWN
        ? null
        : true;
  if (isFree === true) return 0n;
  const tax = taxOnGain(facts, answer, price, seller, apart);
  if (isFree === false || tax === 0n) return tax;
  return null;
};

const taxOnGain = (
  facts: Facts,
  answer: SecondAnswer,
  price: Q | null,
  seller: Facts["sellers"][number],
  apart: boolean,
): bigint | null => {
  const a = facts.acquisition;
  if (a.mode === "gift-from-others" || apart || price === null) return null;
  const isTaken = a.mode === "inheritance" || a.mode === "gift-from-kin" || a.mode === "divorce";
  const record = (isTaken ? a.previous : a) as CostRecord | undefined;
  const share = parse(seller.share);
  if (record?.price === undefined) return null;
  if (record.price === null) {
    if (isTaken) return null;
    return toFen(mul(mul(price, share), facts.sale.judicialAuction === true ? q(3, 100) : q(1, 100)));
  }
  if (record.taxesAndFees === undefined) return null;
  if (answer.urban === null || answer.education === null || answer.local === null) return null;
  const portion = facts.sale.portion === undefined ? q(1) : parse(facts.sale.portion);
  const original = plus(parse(record.price), record.taxesAndFees === null ? zero : parse(record.taxesAndFees));
  let costs = zero;
  if (facts.costs?.renovation !== undefined && facts.property.soldFurnished !== true) {
    const { kind } = facts.property;
    const isPublic = kind === "public-housing" || kind === "affordable" || a.mode === "housing-reform";
    const cap = mul(original, isPublic ? q(15, 100) : q(10, 100));
    const renovation = parse(facts.costs.renovation);
    costs = plus(costs, isLess(cap, renovation) ? cap : renovation);
  }
  if (facts.costs?.mortgageInterest !== undefined) costs = plus(costs, parse(facts.costs.mortgageInterest));
  if (facts.costs?.fees !== undefined) costs = plus(costs, parse(facts.costs.fees));
  let taxes = fromFen(answer.urban + answer.education + answer.local);
  if (facts.filingDate < "2016-05-01") taxes = plus(taxes, fromFen(answer.turnover ?? 0n));
  const gain = less(less(price, mul(plus(original, costs), portion)), taxes);
  if (!isLess(zero, gain)) return 0n;
  return toFen(mul(mul(gain, share), q(20, 100)));
};

interface CostRecord {
  readonly price?: string | null;
  readonly taxesAndFees?: string | null;
}

const surelyMore = (facts: Facts, family: string, who: "couple" | "family", least: number): boolean => {
  const certain = homesOf(facts, family, who, "certain");
  return certain !== UNKNOWN && certain >= least;
};

const deedTax = (facts: Facts, price: Q | null): bigint | null => {
  const families = [...new Set(facts.buyers.map((buyer) => buyer.family))];
  const [family] = families;
  if (families.length !== 1 || family === undefined) return null;
  if (facts.sellers.some((seller) => seller.family === family)) return null;
  if (facts.buyers.some(({ birthDate }) => birthDate !== undefined && anniversary(birthDate, 18) > facts.filingDate)) {
    return null;
  }
  if (price === null) return null;
  if (surelyMore(facts, family, "family", 2)) return toFen(mul(price, q(3, 100)));
  const homes = homesOf(facts, family, "family");
  const { areaSquareMetres: area } = facts.property;
  if (homes === UNKNOWN || area === undefined) return null;
  const limit = facts.filingDate < "2024-12-01" ? q(90) : q(140);
  if (!isLess(limit, parse(area))) return toFen(mul(price, q(1, 100)));
  return toFen(mul(price, homes === 0 ? q(15, 1000) : q(2, 100)));
};

import { addYears } from "../../kernel/day.ts";
import { formatFraction, formatPercent, type Rate } from "../../kernel/fraction.ts";
import { formatArea, type SquareMetres } from "../area.ts";
import type { Evidence, Open } from "../evidence.ts";
import { type Sentence, tell } from "../explain/notes.ts";
import { money, rateFigure, roundedFen, times } from "../figure.ts";
import { deedTaxBaseExcludesTurnoverTax, deedTaxFamily, deedTaxTable, wholeAreaCounts } from "../law/deed-tax.ts";
import { undeclaredDeedTaxFollowsFilingDay } from "../law/transition.ts";
import type { Line } from "../line.ts";
import { familyAt, type Sheet } from "../sheet.ts";
import { countHomes } from "./home-count.ts";
import { sayTransition } from "./transition.ts";
import type { Turnover } from "./turnover-tax.ts";

type Chosen =
  | { readonly rate: Rate; readonly relief: string | undefined; readonly shortfalls: readonly Sentence[] }
  | { readonly open: readonly Open[] };

/** Deed tax on a home: by the homes of the buyer's family and the area, on the price without VAT. */
export const deedTaxOn = (sheet: Sheet, turnover: Turnover): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: "deed-tax", side: "buyers", payers: sheet.buyers, evidence } as const;
  const strangers = whoBuys(sheet, evidence);
  const chosen = strangers.length > 0 ? { open: strangers } : rateFor(sheet, evidence);
  const { price } = turnover;
  const open = [...("open" in chosen ? chosen.open : []), ...(price.status === "open" ? price.open : [])];
  if ("open" in chosen || price.status === "open") return { ...shared, status: "open", open };

  evidence.use(deedTaxBaseExcludesTurnoverTax);
  evidence.rest(price.evidence);
  const base = money(price.price);
  const formula = times(base, rateFigure(chosen.rate));
  return {
    ...shared,
    status: "due",
    base,
    rate: chosen.rate,
    relief: chosen.relief === undefined ? undefined : { id: chosen.relief, kind: "reduced-rate", value: chosen.rate },
    formula,
    amount: roundedFen(formula),
    shortfalls: chosen.shortfalls,
  };
};

/** Who buys: what only an officer can settle about the buyers. */
const whoBuys = (sheet: Sheet, evidence: Evidence): readonly Open[] => {
  const { buyers, sellers } = sheet.facts;
  const families = new Set(buyers.map(({ family }) => family));
  const open: Open[] = [];
  if (families.size > 1) open.push({ officer: "buyers-of-different-families" });
  if (sellers.some(({ family }) => families.has(family))) open.push({ officer: "sale-within-family" });
  const { ageOfMajority } = evidence.use(deedTaxFamily);
  for (const [index, { birthDate }] of buyers.entries()) {
    if (birthDate === undefined) continue;
    evidence.fact(`/buyers/${index}/birthDate`, birthDate);
    if (sheet.date < addYears(birthDate, ageOfMajority)) open.push({ officer: "minor-buyer" });
  }
  return open;
};

const rateFor = (sheet: Sheet, evidence: Evidence): Chosen => {
  const buyer = sheet.facts.buyers[0];
  const count = countHomes(sheet, familyAt(sheet, buyer?.family ?? ""), "deed-tax", evidence);
  const table = evidence.use(deedTaxTable);
  sayTransition(sheet, { law: deedTaxTable, clause: undeclaredDeedTaxFollowsFilingDay }, evidence);
  const tier = table.tiers[count.certain];
  if (tier === undefined) {
    // Enough homes for the base rate; more would change nothing.
    const rate = evidence.use(sheet.locality.deedTaxBaseRate);
    evidence.say("deed-rate-base", { rate: formatPercent(rate), count: count.certain });
    const most = table.tiers.length - 1;
    return {
      rate,
      relief: undefined,
      shortfalls: [tell("homes-above-limit", { above: count.certain - most, most })],
    };
  }
  const { areaSquareMetres: area } = sheet.facts.property;
  const open = [...count.open, ...(area === undefined ? [{ missing: "/property/areaSquareMetres" }] : [])];
  if (open.length > 0 || area === undefined) return { open };
  evidence.say("family-homes-counted", { count: count.certain });
  return rateByArea(sheet, evidence, { area, limit: table.areaLimit, ...tier, count: count.certain });
};

const rateByArea = (
  sheet: Sheet,
  evidence: Evidence,
  {
    area,
    limit,
    small,
    large,
    count,
  }: { area: SquareMetres; limit: SquareMetres; small: Rate; large: Rate; count: number },
): Chosen => {
  const { portion } = sheet.facts.sale;
  evidence.fact("/property/areaSquareMetres", formatArea(area));
  if (portion !== undefined && portion.numerator < portion.denominator) {
    evidence.use(wholeAreaCounts);
    evidence.say("whole-area-counts", { portion: formatFraction(portion), area: formatArea(area) });
  }
  const relief = count === 0 ? "family-only-home" : "family-second-home";
  const printed = { area: formatArea(area), limit: formatArea(limit), count };
  if (area <= limit) {
    evidence.say("deed-rate-small", { ...printed, rate: formatPercent(small) });
    return { rate: small, relief, shortfalls: [] };
  }
  evidence.say("deed-rate-large", { ...printed, rate: formatPercent(large) });
  const above = formatArea((area - limit) as SquareMetres);
  const shortfall = tell("area-above-limit", { above, limit: printed.limit, rate: formatPercent(small) });
  return { rate: large, relief, shortfalls: [shortfall] };
};

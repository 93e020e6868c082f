import { formatYuan } from "../../kernel/fen.ts";
import { compareRates, formatPercent, type Rate, wholeRate } from "../../kernel/fraction.ts";
import type { TaxId } from "../assessment.ts";
import type { Evidence, Open } from "../evidence.ts";
import { money, rateFigure, roundedFen, times } from "../figure.ts";
import { nationalRelief } from "../law/relief.ts";
import { educationSurchargeRate, urbanMaintenanceRates } from "../law/surcharges.ts";
import type { Line } from "../line.ts";
import type { Sheet } from "../sheet.ts";
import type { Turnover } from "./turnover-tax.ts";

const surcharges = ["urban-maintenance-tax", "education-surcharge", "local-education-surcharge"] as const;

/** Urban maintenance tax and both education surcharges: on the turnover tax due, with the relief of the day. */
export const surchargesOn = (sheet: Sheet, turnover: Turnover): readonly Line[] =>
  surcharges.map((tax) => surchargeOn(sheet, turnover, tax));

const surchargeOn = (sheet: Sheet, turnover: Turnover, tax: (typeof surcharges)[number]): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: tax satisfies TaxId, side: "sellers", payers: sheet.sellers, evidence } as const;
  if (turnover.line.status === "exempt" || turnover.amount === 0) {
    evidence.say("surcharge-without-turnover-tax", {});
    return { ...shared, status: "exempt", relief: "no-turnover-tax" };
  }
  const rate = rateOf(sheet, tax, evidence);
  const open = [...(turnover.line.status === "open" ? turnover.line.open : []), ...("open" in rate ? rate.open : [])];
  if (turnover.amount === undefined || "open" in rate) return { ...shared, status: "open", open };

  const factor = reliefOn(sheet, evidence);
  const isReduced = compareRates(factor, wholeRate) < 0;
  const base = money(turnover.amount);
  const full = times(base, rateFigure(rate));
  const formula = isReduced ? times(full, rateFigure(factor)) : full;
  evidence.say("surcharge-on-turnover-tax", {
    tax: turnover.tax,
    base: formatYuan(turnover.amount),
    rate: formatPercent(rate),
  });
  if (isReduced) evidence.say("surcharge-relief", { factor: formatPercent(factor) });
  else evidence.say("surcharge-no-relief", {});
  return {
    ...shared,
    status: "due",
    base,
    rate,
    relief: isReduced ? { id: "six-taxes-two-fees", kind: "part-collected", value: factor } : undefined,
    formula,
    amount: roundedFen(formula),
  };
};

const rateOf = (
  sheet: Sheet,
  tax: (typeof surcharges)[number],
  evidence: Evidence,
): Rate | { readonly open: readonly Open[] } => {
  if (tax === "education-surcharge") return evidence.use(educationSurchargeRate);
  if (tax === "local-education-surcharge") return evidence.use(sheet.locality.localEducationSurcharge);
  return urbanRateOf(sheet, evidence);
};

const urbanRateOf = (sheet: Sheet, evidence: Evidence): Rate | { readonly open: readonly Open[] } => {
  const { locality } = sheet;
  const { division, settlement: given } = sheet.facts.property;
  evidence.fact("/property/division", division);
  if (given !== undefined) evidence.fact("/property/settlement", given);
  const settlement = given ?? (locality.urbanDivisions.includes(division) ? "urban" : undefined);
  if (settlement === undefined) return { open: [{ missing: "/property/settlement" }] };
  const tier = evidence.use(locality.tiers)[division]?.[settlement];
  if (tier === undefined || tier === "officer") return { open: [{ officer: "tier-boundary-unknown" }] };
  const rate = evidence.use(urbanMaintenanceRates)[tier];
  const name = locality.divisions[division];
  evidence.say("urban-tier", {
    division: name?.zh ?? division,
    divisionInEnglish: name?.en ?? division,
    rate: formatPercent(rate),
  });
  return rate;
};

/** The part that a natural person pays on the filing day, by the nation or, where it left that open, the province. */
export const reliefOn = (sheet: Sheet, evidence: Evidence): Rate => {
  const national = evidence.use(nationalRelief);
  return national === "set-by-locality" ? evidence.use(sheet.locality.relief) : national;
};

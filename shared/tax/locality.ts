import type { Rate } from "../kernel/fraction.ts";
import type { Text } from "../kernel/text.ts";
import type { UrbanTier } from "./law/surcharges.ts";
import type { Timeline } from "./law/timeline.ts";

export type Settlement = "urban" | "town" | "village";

/** The tier of a place, or an officer where the region's boundary is not known to us. */
export type TierByPlace = Readonly<Record<string, Readonly<Record<Settlement, UrbanTier | "officer">>>>;

export interface DeemedRates {
  readonly housing: Rate;
  readonly nonResidential: Rate;
  readonly judicialAuction: Rate;
}

/** Who chooses between the actual and the deemed method where the original value is on record. */
export type IncomeTaxPolicy = "actual-when-recorded" | "taxpayer-may-choose";

export interface PresaleHomes {
  readonly countForDeedTax: boolean;
  readonly officerForIncomeTax: boolean;
}

/**
 * What a place adds to the law of the nation. Another bureau writes one such file in place of ours; every value is
 * dated and cited like the rest.
 */
export interface Locality {
  readonly id: string;
  readonly name: Text;
  /** The office that issues its documents, by its full name. */
  readonly taxOffice: Text;
  /** First two digits of the division codes of the province: the area in which an only home must be the only one. */
  readonly province: { readonly prefix: string; readonly name: Text };
  readonly divisions: Readonly<Record<string, Text>>;
  /** Divisions in which an address needs no settlement to know its tier. */
  readonly urbanDivisions: readonly string[];
  readonly tiers: Timeline<TierByPlace>;
  /** Division to the area in which a buyer's homes are counted together. */
  readonly queryAreas: Timeline<Readonly<Record<string, string>>>;
  readonly presaleHomes: Timeline<PresaleHomes>;
  readonly localEducationSurcharge: Timeline<Rate>;
  /** What remains of the surcharges on days for which the nation lets the province decide. */
  readonly relief: Timeline<Rate>;
  readonly deedTaxBaseRate: Timeline<Rate>;
  readonly deemedIncomeTax: Timeline<DeemedRates>;
  readonly incomeTaxPolicy: Timeline<IncomeTaxPolicy>;
  /** How far below the assessed price a declared one may lie without being obviously low. */
  readonly priceTolerance: Timeline<Rate>;
}

/** Refuses a place whose tables do not cover its divisions; called once when a locality loads. */
export const defineLocality = (locality: Locality): Locality => {
  for (const code of Object.keys(locality.divisions)) {
    if (!code.startsWith(locality.province.prefix))
      throw new Error(`${locality.id}: ${code} lies outside the province`);
    for (const { id, value } of locality.tiers.entries) {
      if (value[code] === undefined) throw new Error(`${locality.id}: ${id} has no tier for ${code}`);
    }
    for (const { id, value } of locality.queryAreas.entries) {
      if (value[code] === undefined) throw new Error(`${locality.id}: ${id} has no query area for ${code}`);
    }
  }
  return locality;
};

/** The timelines of a place, for the law table. */
export const timelinesOf = (locality: Locality): readonly Timeline<unknown>[] => [
  locality.tiers,
  locality.queryAreas,
  locality.presaleHomes,
  locality.localEducationSurcharge,
  locality.relief,
  locality.deedTaxBaseRate,
  locality.deemedIncomeTax,
  locality.incomeTaxPolicy,
  locality.priceTolerance,
];

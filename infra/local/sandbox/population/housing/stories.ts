import { crowdSales } from "./crowd-sales.ts";
import { divorcedSeller } from "./divorced-seller.ts";
import { ownerMissing } from "./owner-missing.ts";
import { plainSale } from "./plain-sale.ts";
import type { HousingRecords, Story } from "./records.ts";
import { secondHomes } from "./second-homes.ts";
import { soldWithinTwoYears } from "./sold-within-two-years.ts";
import { spouseAbsent } from "./spouse-absent.ts";
import { repurchases } from "./street/repurchases.ts";
import { streetSales } from "./street/sales.ts";

/** The one list of stories; a new family is one file and one line here. */
export const stories = {
  plainSale,
  soldWithinTwoYears,
  secondHomes,
  ownerMissing,
  spouseAbsent,
  divorcedSeller,
  streetSales,
  repurchases,
  crowdSales,
} as const satisfies Record<string, Story>;

/** All stories' records together, as the authorities divide them among themselves. */
export const housingRecords = (today: string): Required<HousingRecords> => {
  const told = Object.values<Story>(stories).map((story) => story(today));
  return {
    units: told.flatMap(({ units = [] }) => units),
    contracts: told.flatMap(({ contracts = [] }) => contracts),
    presales: told.flatMap(({ presales = [] }) => presales),
    marriages: told.flatMap(({ marriages = [] }) => marriages),
    neverMarried: told.flatMap(({ neverMarried = [] }) => neverMarried),
    children: told.flatMap(({ children = [] }) => children),
    deedTaxes: told.flatMap(({ deedTaxes = [] }) => deedTaxes),
    salesTaxed: told.flatMap(({ salesTaxed = [] }) => salesTaxed),
    purchasesTaxed: told.flatMap(({ purchasesTaxed = [] }) => purchasesTaxed),
    assessedPrices: told.flatMap(({ assessedPrices = [] }) => assessedPrices),
  };
};

import { crowdSales } from "./crowd-sales.ts";
import { divorcedSeller } from "./divorced-seller.ts";
import { ownerMissing } from "./owner-missing.ts";
import { plainSale } from "./plain-sale.ts";
import { type HousingRecords, type Story, together } from "./records.ts";
import { secondHomes } from "./second-homes.ts";
import { soldWithinTwoYears } from "./sold-within-two-years.ts";
import { spouseAbsent } from "./spouse-absent.ts";
import { repurchases } from "./street/repurchases.ts";
import { streetSales } from "./street/sales.ts";

/** The one list of stories; a new family is one file and one line here. */
const stories: readonly Story[] = [
  plainSale,
  soldWithinTwoYears,
  secondHomes,
  ownerMissing,
  spouseAbsent,
  divorcedSeller,
  streetSales,
  repurchases,
  crowdSales,
];

/** All stories' records together, as the authorities divide them among themselves. */
export const housingRecords = (today: string): Required<HousingRecords> =>
  together(stories.map((story) => story(today)));

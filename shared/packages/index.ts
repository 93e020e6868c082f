import addressChange from "./data/address-change.json" with { type: "json" };
import restaurantOpening from "./data/restaurant-opening.json" with { type: "json" };
import { packageFromData } from "./from-data/package-from-data.ts";
import { secondHandHousing, secondHandHousingToTheBills } from "./housing/package.ts";
import liuzhou from "./localities/liuzhou.json" with { type: "json" };
import { newTaxpayer } from "./new-taxpayer/package.ts";
import type { Package } from "./package.ts";
import { repurchaseRefund } from "./repurchase-refund/package.ts";

/** What each place adds of its own: one file per locality. */
const ofLocalities: Readonly<Record<string, readonly unknown[]>> = { liuzhou };

/** The packages that every bureau offers; several versions of one may stand side by side. */
export const packages: readonly Package[] = [
  newTaxpayer,
  secondHandHousingToTheBills,
  secondHandHousing,
  repurchaseRefund,
  packageFromData(restaurantOpening),
  packageFromData(addressChange),
];

/** The packages that a locality offers, its own included. */
export const packagesOf = (locality: string): readonly Package[] => [
  ...packages,
  ...(ofLocalities[locality] ?? []).map(packageFromData),
];

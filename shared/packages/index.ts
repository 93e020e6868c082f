import { secondHandHousing } from "./housing/package.ts";
import { newTaxpayer } from "./new-taxpayer/package.ts";
import type { Package } from "./package.ts";

/** The packages that this deployment offers; several versions of one may stand side by side. */
export const packages: readonly Package[] = [newTaxpayer, secondHandHousing];

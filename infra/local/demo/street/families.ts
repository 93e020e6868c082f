import { familiesAfterFiling } from "./families-after-filing.ts";
import { familiesInDoubt } from "./families-in-doubt.ts";
import { familiesOfOwners } from "./families-of-owners.ts";
import { familiesOnTheWay } from "./families-on-the-way.ts";
import type { Family } from "./family.ts";

/** The street. Sums are reckoned by hand from the records of `housing/street/sales.ts`. */
export const families: readonly Family[] = [
  ...familiesOfOwners,
  ...familiesInDoubt,
  ...familiesOnTheWay,
  ...familiesAfterFiling,
];

import * as deedTax from "./deed-tax.ts";
import * as holding from "./holding.ts";
import * as homes from "./homes.ts";
import * as incomeTax from "./income-tax.ts";
import * as nonResidential from "./non-residential.ts";
import * as priceCheck from "./price-check.ts";
import * as relief from "./relief.ts";
import * as repurchase from "./repurchase.ts";
import * as surcharges from "./surcharges.ts";
import * as suspended from "./suspended.ts";
import type { Timeline } from "./timeline.ts";
import * as transition from "./transition.ts";
import * as turnover from "./turnover.ts";

const modules = [
  turnover,
  transition,
  holding,
  surcharges,
  relief,
  incomeTax,
  homes,
  deedTax,
  suspended,
  priceCheck,
  nonResidential,
  repurchase,
];

/** Every timeline of the national law, in the order of the taxes. For tables and checks; rules name what they use. */
export const nationalLaw: readonly Timeline<unknown>[] = modules.flatMap((module) => Object.values(module));

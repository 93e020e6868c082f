import type { CalendarDate } from "../kernel/calendar-date.ts";
import { addDays, calendarDateIn, daysBetween } from "../kernel/day.ts";
import type { Clock } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { latestVersions } from "../packages/latest.ts";
import type { Package } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import type { FigureStore } from "../speed/figure-store.ts";
import { type Dimension, loadFigures } from "../speed/figures.ts";
import { type ExpectedTime, expectedTimeOf } from "../speed/report/expected-time.ts";
import { type GroupRow, reportOf, rowsOf, type SpeedReport } from "../speed/report/report.ts";
import { demandOfficer } from "./decide-step.ts";
import { latestPackage } from "./latest-package.ts";

export interface SpeedWorld {
  readonly figures: FigureStore;
  readonly packages: readonly Package[];
  readonly clock: Clock;
}

export interface ReadSpeed {
  readonly caller: Caller;
  /** First and last day, both included; the last thirty days when absent. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly by: readonly Dimension[];
}

/** More than a year in one request helps nobody, and would be more than one reply holds. */
const mostDays = 400;
const usualDays = 30;

/**
 * The processing speed of an officer's office over any days, grouped in any way.
 * @throws Refusal `officer-only`, `query-invalid` when the last day is before the first or too far from it
 */
export const readSpeed = async (
  { figures, packages, clock }: SpeedWorld,
  { caller, by, ...asked }: ReadSpeed,
): Promise<{ readonly report: SpeedReport; readonly rows: readonly GroupRow[] }> => {
  demandOfficer(caller);
  const to = asked.to ?? calendarDateIn(clock(), "Asia/Shanghai");
  const from = asked.from ?? addDays(to, 1 - usualDays);
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > mostDays) throw new Refusal("query-invalid", { fields: [spanInvalid] });
  const offered = latestVersions(packages);
  const span = { offices: [caller.office ?? ""], packageIds: offered.map(({ id }) => id), from, to };
  const found = await loadFigures(figures, span);
  return { report: reportOf(found, span, offered), rows: rowsOf(found, by) };
};

const spanInvalid = {
  path: "/query/to",
  code: "span-invalid",
  reason: {
    zh: `截止日期不得早于起始日期，一次最多查询${mostDays}天。`,
    en: `The last day may not be before the first, and one request covers ${mostDays} days at most.`,
  },
};

/**
 * How long a package takes, from what it really took in the last thirty days. Nothing while too few were completed.
 * @throws Refusal `package-not-found`
 */
export const readExpectedTime = async (
  world: SpeedWorld & { readonly office: string },
  packageId: string,
): Promise<{ readonly from: CalendarDate; readonly to: CalendarDate; readonly expected?: ExpectedTime }> => {
  const { id } = latestPackage(world, packageId);
  const to = calendarDateIn(world.clock(), "Asia/Shanghai");
  const from = addDays(to, 1 - usualDays);
  const found = await loadFigures(world.figures, { offices: [world.office], packageIds: [id], from, to });
  const expected = expectedTimeOf(found, id);
  return { from, to, ...(expected && { expected }) };
};

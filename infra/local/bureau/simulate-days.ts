import { addDays, calendarDate } from "../../../shared/kernel/day.ts";
import { type Instant, toMilliseconds } from "../../../shared/kernel/instant.ts";
import type { Package } from "../../../shared/packages/package.ts";
import { seededRandom } from "./random.ts";
import { type PlantedCase, simulateCase } from "./simulate-case.ts";
import { arrivalsOn, day, type Outage, type YearlyCases } from "./year.ts";

export interface BureauDays {
  readonly seed: number;
  readonly packages: readonly Package[];
  readonly offices: readonly string[];
  readonly yearly: YearlyCases;
  /** The first day, and how many. */
  readonly from: string;
  readonly days: number;
}

/**
 * Made-up work of a bureau, case by case in the order of their opening: weekdays and weekends, two peaks a day, four
 * doors, and on every second Wednesday morning one authority that answers nobody.
 */
export function* simulateDays({ seed, packages, offices, yearly, from, days }: BureauDays): Generator<PlantedCase> {
  const random = seededRandom(seed);
  let number = 0;
  for (let index = 0; index < days; index += 1) {
    const midnight = midnightOf(addDays(calendarDate(from), index));
    const outages = outagesOn(midnight);
    for (const definition of packages) {
      for (const arrival of arrivalsOn(random, midnight, yearly[definition.id] ?? 0)) {
        number += 1;
        const office = random.pick(offices);
        yield simulateCase(random, { id: `simulated-${seed}-${number}`, office, definition, arrival, outages });
      }
    }
  }
}

const midnightOf = (date: string): Instant => new Date(`${date}T00:00:00.000+08:00`).toISOString() as Instant;

const troubled = ["property-registry", "market-regulation", "civil-affairs", "bank"] as const;

const outagesOn = (midnight: Instant): Outage[] => {
  const start = toMilliseconds(midnight);
  const sinceEpoch = Math.floor(start / day);
  const isWednesday = new Date(start + 8 * 3_600_000).getUTCDay() === 3;
  const week = Math.floor(sinceEpoch / 7);
  if (!isWednesday || week % 2 === 1) return [];
  const authority = troubled[(week / 2) % troubled.length] ?? "bank";
  return [{ authority, from: start + 9.5 * 3_600_000, to: start + 11 * 3_600_000 }];
};

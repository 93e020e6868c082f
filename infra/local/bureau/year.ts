import type { Channel } from "../../../shared/cases/case.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import { type Instant, toMilliseconds } from "../../../shared/kernel/instant.ts";
import type { Random } from "./random.ts";

const hour = 3_600_000;
export const day = 24 * hour;

/** Shanghai is eight hours ahead the whole year. */
const zone = 8 * hour;

/** A time during which an authority answers nobody. */
export interface Outage {
  readonly authority: AuthorityId;
  readonly from: number;
  readonly to: number;
}

/** How many cases of a package a bureau has in a year. */
export type YearlyCases = Readonly<Record<string, number>>;

/** Liuzhou's order of size: 18,000 homes, and some 20,000 new taxpayers. */
export const liuzhouYear: YearlyCases = { "second-hand-housing": 18_000, "new-taxpayer": 20_000 };

/** Half as much again on Mondays, little at weekends, when only phones and the web are open. */
const weightOfWeekday = [0.15, 1.5, 1.25, 1.2, 1.2, 1.35, 0.35];
const averageWeight = weightOfWeekday.reduce((sum, weight) => sum + weight, 0) / 7;

/** By the hour of the day: two peaks, a lunch break, a tail of people at home. */
const weightOfHour = [0, 0, 0, 0, 0, 0, 0.2, 0.5, 2, 5, 5, 3, 1, 1.5, 4, 4.5, 3, 1.2, 0.8, 1, 1.2, 0.8, 0.4, 0.1];

export interface Arrival {
  readonly at: number;
  readonly channel: Channel;
}

/** When and through which door people come on one day. `share` scales the year, for bureaus of other sizes. */
export const arrivalsOn = (random: Random, midnight: Instant, casesPerYear: number): Arrival[] => {
  const start = toMilliseconds(midnight);
  const weekday = new Date(start + zone).getUTCDay();
  const expected = (casesPerYear / 365) * ((weightOfWeekday[weekday] ?? 1) / averageWeight);
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  return Array.from({ length: count }, () => {
    const hourOfDay = pickWeighted(random, weightOfHour);
    const isOfficeTime = weekday >= 1 && weekday <= 5 && hourOfDay >= 9 && hourOfDay < 17;
    return {
      at: start + hourOfDay * hour + Math.floor(random.next() * hour),
      channel: channelAt(random, isOfficeTime),
    };
  }).sort((one, other) => one.at - other.at);
};

const channelAt = (random: Random, isOfficeTime: boolean): Channel => {
  const share = random.next();
  if (!isOfficeTime) return share < 0.8 ? "mobile" : "etax";
  if (share < 0.55) return "mobile";
  if (share < 0.75) return "etax";
  return share < 0.92 ? "kiosk" : "console";
};

const pickWeighted = (random: Random, weights: readonly number[]): number => {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, index);
};

/** The next moment at which officers are at work: weekdays from nine to five. */
export const officeTimeFrom = (at: number): number => {
  let moment = at;
  for (;;) {
    const local = new Date(moment + zone);
    const weekday = local.getUTCDay();
    const hours = local.getUTCHours();
    if (weekday >= 1 && weekday <= 5 && hours >= 9 && hours < 17) return moment;
    const midnight = moment + zone - ((moment + zone) % day) - zone;
    moment = weekday >= 1 && weekday <= 5 && hours < 9 ? midnight + 9 * hour : midnight + day + 9 * hour;
  }
};

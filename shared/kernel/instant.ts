import * as z from "zod";

/** A moment in UTC, `2030-01-31T08:00:00.000Z`: sorts as text, and is stored and sent as it stands. */
export type Instant = string & { readonly __brand: "Instant" };

export const Instant = z.iso.datetime({ precision: 3 }).transform((text) => text as Instant);

/** Reads the time. Passed in, so that a test owns it; nothing below `functions/` and `infra/` makes its own. */
export type Clock = () => Instant;

/** From milliseconds since 1970, as clocks count them. */
export const toInstant = (milliseconds: number): Instant => {
  if (milliseconds !== latest.milliseconds) {
    latest = { milliseconds, instant: new Date(milliseconds).toISOString() as Instant };
  }
  return latest.instant;
};

/** A clock is asked many times within a millisecond. */
let latest = { milliseconds: 0, instant: "1970-01-01T00:00:00.000Z" as Instant };

export const toMilliseconds = (instant: Instant): number => Date.parse(instant);

export const after = (instant: Instant, milliseconds: number): Instant =>
  toInstant(toMilliseconds(instant) + milliseconds);

/** Milliseconds from one moment to a later one; 0 when a clock jumped back. */
export const elapsed = (from: Instant, to: Instant): number => Math.max(0, toMilliseconds(to) - toMilliseconds(from));

/** The first of those that are known; undefined when none is. */
export const earliest = (instants: Iterable<Instant | undefined>): Instant | undefined => {
  let first: Instant | undefined;
  for (const instant of instants) {
    if (instant !== undefined && (first === undefined || instant < first)) first = instant;
  }
  return first;
};

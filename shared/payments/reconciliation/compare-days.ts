import { addDays, type CalendarDate } from "../../kernel/day.ts";
import { fen } from "../../kernel/fen.ts";
import { after, type Instant } from "../../kernel/instant.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { PayWay } from "../bill.ts";
import { dayInChina, startOfDay } from "../china-time.ts";
import type { Payments } from "../payments.ts";
import type { ComparedDay, DifferenceStore } from "./difference.ts";
import { reconcileDay } from "./reconcile-day.ts";

const hours = (count: number): number => count * 3_600_000;

/** WeChat Pay has a day's account at 10 o'clock of the next, Alipay at 9. */
const readyAfter = hours(10.5);
/** A day that differs, or could not be had, is looked at again after so long. */
const pauseMilliseconds = hours(1);
/** So many days back a day that is not closed is still looked at by itself; differences stand until they are settled. */
const daysBack = 10;

/**
 * Compares with the wallets every finished day that is not closed yet: yesterday as soon as its account is there, and the
 * days before while they differ. Called again and again; a day that is closed is asked about no more.
 */
export const compareDueDays = async (
  payments: Payments,
  differences: DifferenceStore,
): Promise<readonly ComparedDay[]> => {
  const now = payments.clock();
  const compared: ComparedDay[] = [];
  for (const way of payments.wallets.keys()) {
    for (const day of daysBefore(dayInChina(now), daysBack)) {
      if (now < after(startOfDay(addDays(day, 1)), readyAfter)) continue;
      const earlier = await differences.readDay(way, day);
      if (earlier && (earlier.status === "closed" || after(earlier.at, pauseMilliseconds) > now)) continue;
      compared.push(await compareAndKeep(payments, differences, way, day));
    }
  }
  return compared;
};

/** Compares one day and keeps what came of it. */
export const compareAndKeep = async (
  payments: Payments,
  differences: DifferenceStore,
  way: PayWay,
  day: CalendarDate,
): Promise<ComparedDay> => {
  const compared = await compare(payments, differences, way, day);
  await differences.keepDay(compared);
  return compared;
};

const compare = async (
  payments: Payments,
  differences: DifferenceStore,
  way: PayWay,
  day: CalendarDate,
): Promise<ComparedDay> => {
  const about = { way, day, at: payments.clock() };
  try {
    const { lines, theirs, ours, differences: found } = await reconcileDay(payments, differences, way, day);
    const isEqual = found.length === 0 && theirs === ours;
    return { ...about, status: isEqual ? "closed" : "differs", lines, theirs, ours };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    payments.log({ code: "day-not-available", way, reason: String(error.data.reason) });
    return { ...about, status: "not-available", lines: 0, theirs: fen(0), ours: fen(0) };
  }
};

/** The days before one, the latest first. */
const daysBefore = (day: CalendarDate, count: number): readonly CalendarDate[] =>
  Array.from({ length: count }, (_, index) => addDays(day, -1 - index));

/** What became of the last days of each way to pay, the latest first. */
export const listComparedDays = async (
  ways: Iterable<PayWay>,
  differences: DifferenceStore,
  now: Instant,
): Promise<readonly ComparedDay[]> => {
  const asked = [...ways].flatMap((way) => daysBefore(dayInChina(now), daysBack).map((day) => ({ way, day })));
  const found = await Promise.all(asked.map(({ way, day }) => differences.readDay(way, day)));
  return found.filter((each) => each !== undefined).sort((one, other) => (one.day < other.day ? 1 : -1));
};

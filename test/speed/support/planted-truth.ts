import type { PlantedCase } from "../../../infra/local/bureau/simulate-case.ts";
import { clockNames, type SpeedClock, sharedClocks } from "../../../shared/speed/clocks.ts";
import type { Dimension } from "../../../shared/speed/figures.ts";

/** One planted time on every clock, with all that it can be grouped by. */
export interface Truth {
  readonly of: Readonly<Record<Dimension, string>>;
  readonly times: Readonly<Record<SpeedClock, number>>;
}

const bureauDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** What was planted, read from the plan alone and by nothing that is under test. */
export const truthsOf = (planted: PlantedCase): Truth[] => {
  const { packageId, office, channel, openedAt, closedAt, outcome, steps } = planted;
  const truths: Truth[] = steps.map(({ step, authority, finishedAt, clocks, late }) => ({
    of: { package: packageId, office, channel, step, authority, day: bureauDay(finishedAt) },
    times: {
      ...clocks,
      elapsed: sharedClocks.reduce((sum, clock) => sum + clocks[clock], 0),
      handling: clocks.authority + clocks.machine + clocks.queue + clocks.hands,
      late,
    },
  }));
  if (outcome === "completed" && closedAt !== undefined) {
    const sum = (clock: SpeedClock) => truths.reduce((total, { times }) => total + times[clock], 0);
    const times = Object.fromEntries(clockNames.map((clock) => [clock, sum(clock)])) as Truth["times"];
    truths.push({
      of: { package: packageId, office, channel, step: "", authority: "", day: bureauDay(closedAt) },
      times: { ...times, elapsed: closedAt - openedAt, handling: closedAt - openedAt - askedOf(steps) },
    });
  }
  return truths;
};

/** The time in which somebody was asked, moment by moment between all beginnings and ends. */
const askedOf = (steps: PlantedCase["steps"]): number => {
  const asked = steps
    .map(({ readyAt, clocks }) => [readyAt, readyAt + clocks.active + clocks.away] as const)
    .filter(([from, to]) => to > from);
  const moments = [...new Set(asked.flat())].sort((one, other) => one - other);
  return moments.reduce((sum, moment, index) => {
    const next = moments[index + 1] ?? moment;
    return asked.some(([from, to]) => from <= moment && to >= next) ? sum + next - moment : sum;
  }, 0);
};

/** The smallest of sorted values that so many percent do not exceed. */
export const nearestRank = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? Number.NaN;

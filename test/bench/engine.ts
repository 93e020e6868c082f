import { keepAwake } from "./engine/keep-awake.ts";
import { bareTitle } from "./engine/peers/bare-calls.ts";
import { authorityMilliseconds, type Lap, medianOf, ourTitle, type Race, race } from "./engine/race.ts";
import type { BenchmarkResult } from "./main.ts";

/** Until then the ratio still falls, as what runs often is compiled; from then on it stays. Half of the crowd is 100. */
const warmUps = 60;
const repetitions = 40;
const aim = 1.15;

/**
 * What an engine costs: a newcomer's case, from its opening over the confirmation to its end, beside the bare critical
 * path of the very same HTTP calls; ours, Lambda durable functions and the language of Step Functions in one run.
 * Medians of the ratios of each repetition.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const { processors, release } = keepAwake();
  const races = await race(warmUps, repetitions).finally(release);
  const rows = races.flatMap(rowsOf);
  const ours = rows.filter(({ engine }) => engine === ourTitle).map((row) => row["over bare"]);
  return {
    title: `Engines over the bare critical path of the same calls (authorities answer in ${authorityMilliseconds} ms)`,
    rows,
    summary: { repetitions, processors, aim, ratio: ours, isWithinAim: ours.every((ratio) => ratio <= aim) },
  };
};

const rowsOf = ({ profile, tasks, calls, laps }: Race) => {
  const bare = laps.get(bareTitle) ?? [];
  return [...laps].map(([engine, own]) => ({
    newcomer: profile,
    tasks,
    calls,
    engine,
    ms: round(medianOf(own.map((lap) => lap.milliseconds)), 1),
    "over bare": round(medianOf(own.map((lap, index) => lap.milliseconds / at(bare, index).milliseconds)), 3),
    "table requests": medianOf(own.map((lap) => lap.requests)),
  }));
};

const at = (laps: readonly Lap[], index: number): Lap => {
  const lap = laps[index];
  if (!lap) throw new Error("a repetition was not run by all");
  return lap;
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

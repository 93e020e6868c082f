import { billOf, durableUsageOf, standardUsageOf, usageOf } from "./cost/bill.ts";
import { prices } from "./cost/prices.ts";
import { durableTitle } from "./engine/peers/durable-functions.ts";
import { stepTitle } from "./engine/peers/step-functions.ts";
import { type Lap, medianOf, ourTitle, type Race, race, wholeTitle } from "./engine/race.ts";
import type { BenchmarkResult } from "./main.ts";

const warmUps = 20;
const repetitions = 10;
const aims = { standardOverOurs: 30, durableOverOurs: 10 };

/**
 * What a million packages cost on AWS, from calls, bytes and milliseconds counted in one run, beside the same flow on
 * Lambda durable functions and on Step Functions Standard. What all three need alike is left out: API Gateway, logs,
 * and the events and figures that their changes lead to.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const races = await race(warmUps, repetitions);
  const compared = races.map(compare);
  return {
    title: "USD for a million packages on AWS, from what was counted (US East, no free tier)",
    rows: compared.flatMap(({ rows }) => rows),
    summary: {
      ...Object.fromEntries(compared.flatMap(({ profile, ratios }) => [[`${profile}, times ours`, ratios]])),
      aims,
      areAimsMet: compared.every(
        ({ ratios }) => ratios.standard >= aims.standardOverOurs && ratios.durable >= aims.durableOverOurs,
      ),
      ...Object.fromEntries(
        Object.entries(prices).map(([name, { unit, usd, per, since, source }]) => [
          `price, ${name}`,
          `$${usd} for ${per.toLocaleString("en")} ${unit}, since ${since}, ${source}`,
        ]),
      ),
    },
  };
};

const compare = ({ profile, laps }: Race) => {
  const bills = [
    [ourTitle, billOf(usageOf(typical(laps, ourTitle)))],
    [wholeTitle, billOf(usageOf(typical(laps, wholeTitle)))],
    [durableTitle, billOf(durableUsageOf(typical(laps, durableTitle)))],
    [stepTitle, billOf(standardUsageOf(typical(laps, stepTitle)))],
  ] as const;
  const [ours, , durable, standard] = bills.map(([, { usd }]) => usd);
  const times = (usd = 0): number => Number((usd / (ours ?? 1)).toFixed(1));
  return {
    profile,
    ratios: { durable: times(durable), standard: times(standard) },
    rows: bills.flatMap(([engine, { lines, usd }]) => [
      ...lines.map(({ arithmetic }) => ({ newcomer: profile, engine, arithmetic })),
      { newcomer: profile, engine, arithmetic: `together $${usd.toFixed(2)}` },
    ]),
  };
};

/** The median of everything counted; what is counted is nearly the same in each repetition. */
const typical = (laps: Race["laps"], title: string): Lap => {
  const own = laps.get(title) ?? [];
  const [first] = own;
  if (!first) throw new Error(`${title} was not run`);
  return Object.fromEntries(
    (Object.keys(first) as (keyof Lap)[]).map((name) => [name, medianOf(own.map((lap) => lap[name]))]),
  ) as unknown as Lap;
};

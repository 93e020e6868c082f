import { functions } from "../../../functions/functions.ts";
import type { Lap } from "../engine/race.ts";
import { type PriceName, prices } from "./prices.ts";

/** How much of a thing one case uses. */
export type Usage = Partial<Record<PriceName, number>>;

export interface BillLine {
  readonly item: PriceName;
  readonly perCase: number;
  readonly usdPerMillion: number;
  /** The sum as one would write it down. */
  readonly arithmetic: string;
}

const cases = 1_000_000;

/** What a million such cases cost, line by line. */
export const billOf = (usage: Usage): { readonly lines: readonly BillLine[]; readonly usd: number } => {
  const lines = (Object.entries(usage) as [PriceName, number][])
    .filter(([, perCase]) => perCase > 0)
    .map(([item, perCase]) => {
      const { usd, per, unit } = prices[item];
      const usdPerMillion = (perCase * cases * usd) / per;
      const each = per === 1 ? `$${usd}` : `$${usd} / ${per.toLocaleString("en")}`;
      const arithmetic = `${short(perCase)} ${unit} x ${cases.toLocaleString("en")} x ${each} = $${usdPerMillion.toFixed(2)}`;
      return { item, perCase, usdPerMillion, arithmetic };
    });
  return { lines, usd: lines.reduce((sum, { usdPerMillion }) => sum + usdPerMillion, 0) };
};

const short = (value: number): string => String(Number(value.toPrecision(4)));

const gigabyte = 1_000_000_000;
const memoryGigabytes = functions["case-changing"].memoryMegabytes / 1024;

/** What every contender has alike: its writes to the table, its reads, its functions' calls and time. */
export const usageOf = (lap: Lap): Usage => ({
  tableWrite: lap.writeUnits,
  tableRead: lap.readUnits,
  tableStorage: lap.storedBytes / gigabyte,
  lambdaCall: lap.invocations,
  lambdaTime: (lap.lambdaMilliseconds / 1000) * memoryGigabytes,
});

/** One call starts an execution, by whoever the API calls; what it keeps is kept a month. */
export const durableUsageOf = (lap: Lap): Usage => ({
  ...usageOf(lap),
  durableOperation: lap.units,
  durableData: lap.keptBytes / gigabyte,
  durableStorage: lap.keptBytes / gigabyte,
});

export const standardUsageOf = (lap: Lap): Usage => ({ ...usageOf(lap), transition: lap.units });

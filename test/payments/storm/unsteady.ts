import type { BillStore } from "../../../shared/payments/bill-store.ts";
import type { Exchange } from "../../../shared/payments/wire/exchange.ts";
import type { Chance } from "./chance.ts";

/** The process dies in the middle of what it does; whoever called it gets no answer. */
export class Died extends Error {}

export interface Weather {
  readonly chance: Chance;
  /** How likely each call to the table is the last of its process; half of them after the table has done it. */
  readonly deaths: number;
  /** How likely a wallet does not answer; half of the times it has done what it was asked. */
  readonly silence: number;
  readonly count: { deaths: number; silences: number };
  /** Set while nothing may go wrong: before the storm, and after it. */
  isCalm: boolean;
}

/** A table whose callers die before or after any call. */
export const deadlyStore = (bills: BillStore, weather: Weather): BillStore => {
  const deadly =
    <Inputs extends unknown[], Output>(call: (...inputs: Inputs) => Promise<Output>) =>
    async (...inputs: Inputs): Promise<Output> => {
      const dies = !weather.isCalm && weather.chance.whether(weather.deaths);
      if (!dies) return call(...inputs);
      weather.count.deaths += 1;
      if (weather.chance.whether(0.5)) await call(...inputs);
      throw new Died();
    };
  return {
    ...bills,
    read: deadly(bills.read),
    replace: deadly(bills.replace),
    noteMovement: deadly(bills.noteMovement),
  };
};

/** A wire on which wallets fall silent before or after they have done what they were asked. */
export const silentWire =
  (exchange: Exchange, weather: Weather): Exchange =>
  async (request) => {
    const isSilent = !weather.isCalm && weather.chance.whether(weather.silence);
    if (!isSilent) return exchange(request);
    weather.count.silences += 1;
    if (weather.chance.whether(0.5)) await exchange(request);
    return { kind: "silent", reason: "timed-out" };
  };

import { seededRandom } from "../../../infra/local/bureau/random.ts";

/** A call to the outside, counted over the whole run. */
export interface Call {
  readonly number: number;
  readonly place: "store" | "authority" | "wallet" | "signer" | "bus";
  readonly name: string;
}

/**
 * What befalls a call:
 * - `dies-before`, `dies-after`: the process ends before the call goes out, or when it has taken effect unheard
 * - `lost-answer`: it takes effect, and the caller hears of a broken connection
 * - `refused`: nothing happens, and the caller is told (throttled; not reachable)
 * - `repeated`: the client library sends it twice, for the first answer was lost on the way
 * - `stale`: an index answers what it knew a moment ago
 */
export const mishaps = ["dies-before", "dies-after", "lost-answer", "refused", "repeated", "stale"] as const;
export type Mishap = (typeof mishaps)[number];

export type Fate = (call: Call) => Mishap | undefined;

export const undisturbed: Fate = () => undefined;

/** One mishap, at one call. */
export const once =
  (at: number, mishap: Mishap): Fate =>
  ({ number }) =>
    number === at ? mishap : undefined;

/** Every kind of mishap by chance, with this probability a call, for so many calls; then it is calm. */
export const storm = (seed: number, probability: number, calls: number): Fate => {
  const random = seededRandom(seed);
  return ({ number }) => {
    const strikes = random.chance(probability);
    const mishap = random.pick(mishaps);
    return strikes && number <= calls ? mishap : undefined;
  };
};

import { expect, test } from "vitest";
import { fc } from "../support/properties.ts";
import { startCounters } from "./housing-counters/counters.ts";

/** How many orders are tried: a share here; the README of `housing-counters` says how to try ten thousand. */
const runs = Number(process.env.HOUSING_INTERLEAVINGS ?? 1_000);
const seed = process.env.HOUSING_INTERLEAVINGS_SEED;
const isAskedFor = process.env.HOUSING_INTERLEAVINGS !== undefined;

const milliseconds = fc.constantFrom(0, 60_000, 3_600_000, 10 * 3_600_000);

/** Sellers, buyers, officer, clock and the world's turns act at once; every call to store and authority may come in any order. */
const happenings = fc.record({
  isPriceLow: fc.boolean(),
  sweeps: fc.array(milliseconds, { maxLength: 2 }),
  turns: fc.array(fc.constantFrom("seizure", "released", "price", "assessed", "married", "silent", "answering"), {
    maxLength: 2,
  }),
  /** Who is there besides the three who must sign; the withdrawal comes seldom, for it ends everything else. */
  others: fc.subarray(["buyer-1 again", "seller-2 again", "officer"] as const),
  /** What comes after the filing: payment and registration at once with what may be asked for meanwhile. */
  afterwards: fc.subarray(["correction", "cancellation", "wallet again", "buyer-1", "seller-1"] as const),
  isWithdrawn: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

test(
  `in ${runs} orders of everybody at once: one assessment signed, the bill is what was signed, nothing is filed twice`,
  async () => {
    const reached = new Map<string, number>();
    const world = await startCounters();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), happenings, async (scheduler, each) => {
        const run = world.begin(each.isPriceLow, scheduler);
        const acting = [
          ...["seller-1", "seller-2", "buyer-1", ...each.others].map((actor) => run.act(actor)),
          ...(each.isWithdrawn ? [run.act("withdrawal")] : []),
          ...each.turns.map((turn) => run.turn(turn)),
          run.sweep(each.sweeps),
        ];
        await scheduler.waitFor(Promise.all(acting));
        const late = ["wallet", "registry", "officer", ...each.afterwards].map((actor) => run.act(actor));
        await scheduler.waitFor(Promise.all([...late, run.sweep(each.sweeps)]));
        if (each.afterwards.includes("correction")) {
          const signing = ["officer", "buyer-1", "seller-1", "seller-2", "wallet"].map((actor) => run.act(actor));
          await scheduler.waitFor(Promise.all(signing));
        }
        const outcome = run.outcome();
        reached.set(outcome, (reached.get(outcome) ?? 0) + 1);
      }),
      // What breaks a demand ends the run, with its seed.
      { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) },
    );
    // The orders must reach what they are to put to the test.
    const count = (pattern: RegExp) =>
      [...reached].reduce((total, [outcome, times]) => total + (pattern.test(outcome) ? times : 0), 0);
    expect(count(/^filed|cleared/)).toBeGreaterThan(runs / 20);
    expect(count(/signed-anew/)).toBeGreaterThan(runs / 20);
    expect(count(/cleared/)).toBeGreaterThan(runs / 50);
    expect(count(/corrected/)).toBeGreaterThan(runs / 200);
    expect(count(/refunded/)).toBeGreaterThan(runs / 200);
    if (isAskedFor) console.log(Object.fromEntries(reached), world.counted());
  },
  // A limit for the share that every run of the tests tries; whoever asks for a number waits for it.
  isAskedFor ? 0 : 600_000,
);

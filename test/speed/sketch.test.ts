import { expect, test } from "vitest";
import { relativeError, Sketch } from "../../shared/speed/sketch.ts";
import { fc } from "../support/properties.ts";
import { nearestRank } from "./support/planted-truth.ts";

/** Tenths of a millisecond up to a year, short ones as likely as long ones. */
const times = fc
  .tuple(fc.integer({ min: 0, max: 38 }), fc.double({ min: 1, max: 2, noNaN: true }))
  .map(([power, factor]) => Math.round(2 ** power * factor) / 10)
  .filter((time) => time <= 31_622_400_000);

const recorded = (values: readonly number[]): Sketch => {
  const sketch = new Sketch();
  for (const value of values) sketch.record(value);
  return sketch;
};

test("a percentile is never below the true one, and at most the stated error above it", () => {
  fc.assert(
    fc.property(
      fc.array(times, { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const truth = nearestRank(
          values.toSorted((one, other) => one - other),
          percent,
        );
        const [read] = recorded(values).percentiles([percent]) ?? [Number.NaN];
        expect(read).toBeGreaterThanOrEqual(truth);
        expect(read).toBeLessThanOrEqual(truth * (1 + relativeError));
      },
    ),
  );
});

test("merging parts is the same as recording everything in one", () => {
  fc.assert(
    fc.property(fc.array(fc.array(times, { maxLength: 30 }), { maxLength: 8 }), (parts) => {
      const merged = new Sketch();
      for (const part of [...parts].reverse()) merged.merge(recorded(part));
      const whole = recorded(parts.flat());
      expect(merged.toNumbers()).toEqual(whole.toNumbers());
      expect(merged.count).toBe(whole.count);
    }),
  );
});

test("a stored sketch comes back as it was, zeros included", () => {
  const sketch = recorded([0, 0, 0.1, 12.3, 86_400_000]);
  const again = Sketch.fromNumbers(sketch.toNumbers(), sketch.count);
  expect(again.percentiles([20, 40, 60, 80, 100])).toEqual(sketch.percentiles([20, 40, 60, 80, 100]));
  expect(again.sumMilliseconds).toBe(86_400_012.4);
});

test("nothing recorded has no percentiles, and times of more than ten years count as ten", () => {
  expect(new Sketch().percentiles([50])).toBeUndefined();
  const [long = 0] = recorded([1e15]).percentiles([50]) ?? [];
  expect(long).toBeGreaterThan(10 * 365 * 86_400_000);
  expect(long).toBeLessThan(10.1 * 366 * 86_400_000);
});

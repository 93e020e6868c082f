import { describe, expect, test } from "vitest";
import {
  addRates,
  addUpToOne,
  compareRates,
  decimal,
  formatFraction,
  formatPercent,
  fraction,
  percent,
  ShareString,
  timesRate,
} from "../../shared/kernel/rate.ts";

test("a rate is an exact, reduced fraction", () => {
  expect(percent("1.5")).toEqual({ numerator: 3, denominator: 200 });
  expect(fraction(2, 4)).toEqual(fraction(1, 2));
  expect(decimal("0.1")).toEqual(fraction(1, 10));
  expect(timesRate(percent("7"), fraction(1, 2))).toEqual(percent("3.5"));
  expect(addRates(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2));
  expect(compareRates(fraction(1, 3), fraction(333, 1000))).toBeGreaterThan(0);
});

test.each([
  [1.5, 2],
  [1, 0],
  [1, -2],
  [Number.NaN, 1],
])("%d/%d is no exact fraction", (above, below) => {
  expect(() => fraction(above, below)).toThrow(RangeError);
});

test.each([
  [percent("1.5"), "1.5%"],
  [percent("0.05"), "0.05%"],
  [percent("100"), "100%"],
  [fraction(0), "0%"],
  [fraction(1, 3), "1/3"],
])("%o is printed as a percentage that ends, or as a fraction", (rate, text) => {
  expect(formatPercent(rate)).toBe(text);
});

describe("a share at the border", () => {
  test.each([
    ["1/3", "1/3"],
    ["2/4", "1/2"],
    ["0.5", "1/2"],
    ["33.4%", "167/500"],
    ["100%", "1"],
    ["1", "1"],
  ])("%s is %s", (text, fractionText) => {
    const share = ShareString.parse(text);
    expect(formatFraction(share)).toBe(fractionText);
    expect(ShareString.parse(ShareString.encode(share))).toEqual(share);
  });

  test.each(["0", "0.0", "0%", "2", "3/2", "1/0", "-1/2", "101%", "a", "1/3/3", 0.5])("%s is refused", (text) => {
    expect(ShareString.safeParse(text).success).toBe(false);
  });
});

test.each([
  [["1/3", "1/3", "1/3"], true],
  [["33.3%", "33.3%", "33.4%"], true],
  [["0.333333", "0.333333", "0.333333"], false],
  [["1/2", "2/3"], false],
  [["99998/99999", "1/99999"], true],
])("%s adds up to one: %s", (shares, answer) => {
  expect(addUpToOne(shares.map((share) => ShareString.parse(share)))).toBe(answer);
});

import { describe, expect, test } from "vitest";
import {
  add,
  fen,
  formatYuan,
  isAbove,
  multiply,
  split,
  subtract,
  YuanString,
  yuan,
} from "../../shared/kernel/money.ts";
import { fraction, percent } from "../../shared/kernel/rate.ts";
import { fc } from "../support/properties.ts";

describe("yuan", () => {
  test.each([
    ["1234.50", 123_450],
    ["1234.5", 123_450],
    ["0", 0],
    ["0.01", 1],
    ["-3.07", -307],
    [1200, 120_000],
  ])("%s is %i fen", (text, amount) => {
    expect(yuan(text)).toBe(amount);
  });

  test.each(["1.005", "", "1,000", "1e3", ".5", "五", Number.NaN, 1.005])("%s is refused", (text) => {
    expect(() => yuan(text)).toThrow(RangeError);
  });

  test("is written with two decimals, and read back the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (amount) => {
        expect(yuan(formatYuan(fen(amount)))).toBe(amount);
      }),
    );
    expect(formatYuan(fen(5))).toBe("0.05");
    expect(formatYuan(fen(-5))).toBe("-0.05");
    expect(formatYuan(fen(-0))).toBe("0.00");
  });

  test("at the border is a string at or above zero", () => {
    expect(YuanString.parse("9999999999.99")).toBe(999_999_999_999);
    expect(YuanString.encode(fen(150))).toBe("1.50");
    for (const wrong of ["-1", "1.234", "01", "1.", 12, null, "10000000000"]) {
      expect(YuanString.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("multiply", () => {
  test.each([
    ["half a fen up", "0.50", percent("1"), "0.01"],
    ["just under half down", "0.49", percent("1"), "0.00"],
    ["a price by a fraction", "1000000.00", fraction(5, 105), "47619.05"],
    ["beyond the exact products of plain numbers", "9999999999.99", fraction(99_999, 100_000), "9999899999.99"],
    ["below zero, away from zero", "-0.50", percent("1"), "-0.01"],
  ])("%s", (_, amount, rate, result) => {
    expect(formatYuan(multiply(yuan(amount), rate))).toBe(result);
  });

  test("agrees with whole-number arithmetic of any size", () => {
    const amounts = fc.integer({ min: 0, max: 10 ** 12 });
    const parts = fc.integer({ min: 1, max: 10 ** 6 });
    fc.assert(
      fc.property(amounts, parts, parts, (amount, above, below) => {
        const [n, d] = [BigInt(amount) * BigInt(above), BigInt(below)];
        const expected = (2n * n + d) / (2n * d);
        if (expected > BigInt(Number.MAX_SAFE_INTEGER)) return;
        expect(BigInt(multiply(fen(amount), fraction(above, below)))).toBe(expected);
      }),
    );
  });
});

describe("split", () => {
  const thirds = [fraction(1, 3), fraction(1, 3), fraction(1, 3)];

  test("gives the fen left over to the largest remainders, the earlier of equal ones first", () => {
    expect(split(fen(10_000), thirds)).toEqual([3334, 3333, 3333]);
    expect(split(fen(5), [fraction(1, 10), fraction(9, 10)])).toEqual([1, 4]);
    expect(split(fen(-10_000), thirds)).toEqual([-3334, -3333, -3333]);
  });

  test("adds up to the fen, and no part is a fen off its share", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), weights, (amount, weight) => {
        const whole = weight.reduce((a, b) => a + b);
        const parts = split(
          fen(amount),
          weight.map((each) => fraction(each, whole)),
        );
        expect(parts.reduce<number>((a, b) => a + b, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(weight[index] ?? 0);
          expect(off < BigInt(whole) && -off < BigInt(whole)).toBe(true);
        }
      }),
    );
  });

  test("needs shares", () => {
    expect(() => split(fen(1), [fraction(0), fraction(0)])).toThrow(RangeError);
  });
});

test("sums stay whole and safe", () => {
  expect(add(yuan("0.10"), yuan("0.20"))).toBe(yuan("0.30"));
  expect(subtract(yuan("0.30"), yuan("0.10"))).toBe(yuan("0.20"));
  expect(() => add(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
  expect(() => fen(0.5)).toThrow(RangeError);
});

test("isAbove compares exactly", () => {
  expect(isAbove(yuan("100.01"), yuan("100"), fraction(1))).toBe(true);
  expect(isAbove(yuan("100"), yuan("100"), fraction(1))).toBe(false);
  expect(isAbove(yuan("0.01"), yuan("0"), fraction(1))).toBe(true);
});

import { compareRates, fraction, type Rate } from "./fraction.ts";

/** An amount of money in whole fen (0.01 yuan). */
export type Fen = number & { readonly __brand: "Fen" };

/** Takes a whole number of fen; a RangeError for anything else. */
export const fen = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of fen: ${amount}`);
  // Adding 0 turns -0 into 0.
  return (amount + 0) as Fen;
};

export const noMoney = 0 as Fen;

const yuanPattern = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** Yuan as written, `"1234.50"`, or a whole number of yuan. More than two decimals are refused, not rounded. */
export const yuan = (amount: string | number): Fen => {
  const parts = yuanPattern.exec(String(amount));
  if (parts === null) throw new RangeError(`Not an amount in yuan: ${amount}`);
  const unsigned = Number(parts[2]) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
  return fen(parts[1] === "-" ? -unsigned : unsigned);
};

/** `"1234.50"`: always two decimals, no separators. */
export const formatYuan = (amount: Fen): string => {
  // One explanation writes its price a dozen times; the last texts are kept.
  const slot = amount & lastSlot;
  if (keptAmounts[slot] !== amount) {
    keptAmounts[slot] = amount;
    keptTexts[slot] = writeYuan(amount);
  }
  return keptTexts[slot] ?? "";
};

const lastSlot = 63;
const keptAmounts: (Fen | undefined)[] = new Array(lastSlot + 1).fill(undefined);
const keptTexts: string[] = new Array(lastSlot + 1).fill("");

const writeYuan = (amount: Fen): string => {
  const size = Math.abs(amount);
  const cents = size % 100;
  const text = `${(size - cents) / 100}.${cents < 10 ? "0" : ""}${cents}`;
  return amount < 0 ? `-${text}` : text;
};

export const add = (...amounts: readonly Fen[]): Fen => sum(amounts);

export const sum = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
};

export const subtract = (from: Fen, amount: Fen): Fen => fen(from - amount);

/** Fen times an exact rate, rounded once, half up (half away from zero below zero). */
export const multiply = (amount: Fen, rate: Rate): Fen => {
  const product = amount * rate.numerator;
  if (!Number.isSafeInteger(product) || product < 0) return multiplyExactly(amount, rate);
  const rest = product % rate.denominator;
  const whole = (product - rest) / rate.denominator;
  return fen(rest * 2 >= rate.denominator ? whole + 1 : whole);
};

const multiplyExactly = (amount: Fen, rate: Rate): Fen => {
  const product = BigInt(amount) * BigInt(rate.numerator);
  const below = BigInt(rate.denominator);
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + below) / (below * 2n);
  return fen(Number(product < 0n ? -rounded : rounded));
};

/**
 * Divides an amount by shares so that the parts add up to it exactly: each gets its share rounded down, the fen left
 * over go one by one to the largest remainders (the earlier of equal ones). Shares are weights; their sum need not be 1.
 */
export const split = (total: Fen, shares: readonly Rate[]): readonly Fen[] => {
  if (total < 0) return split(fen(-total), shares).map((part) => fen(-part));
  if (shares.length === 1 || total === 0) return shares.map(() => total);
  return splitInNumbers(total, shares) ?? splitExactly(total, shares);
};

/** The same in plain numbers, for shares with small denominators; undefined when a product would not be exact. */
const splitInNumbers = (total: Fen, shares: readonly Rate[]): readonly Fen[] | undefined => {
  let common = 1;
  for (const { denominator } of shares) common *= denominator;
  if (common > 1e6 || total > 1e9) return undefined;
  let whole = 0;
  for (const { numerator, denominator } of shares) {
    if (numerator < 0) return undefined;
    whole += (numerator * common) / denominator;
  }
  // A product of a total and a weight stays below 1e9 × 1e6 × the shares.
  if (whole === 0 || whole > 4 * common) return undefined;
  const parts: number[] = [];
  const rests: number[] = [];
  let left: number = total;
  for (const { numerator, denominator } of shares) {
    const exact = total * ((numerator * common) / denominator);
    const rest = exact % whole;
    const part = (exact - rest) / whole;
    parts.push(part);
    rests.push(rest);
    left -= part;
  }
  for (; left > 0; left -= 1) {
    let largest = 0;
    for (const [index, rest] of rests.entries()) if (rest > (rests[largest] ?? 0)) largest = index;
    parts[largest] = (parts[largest] ?? 0) + 1;
    rests[largest] = -1;
  }
  return parts.map(fen);
};

const splitExactly = (total: Fen, shares: readonly Rate[]): readonly Fen[] => {
  const common = shares.reduce((product, share) => product * BigInt(share.denominator), 1n);
  const weights = shares.map((share) => (BigInt(share.numerator) * common) / BigInt(share.denominator));
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError("No shares to split by");
  const exact = weights.map((weight) => weight * BigInt(total));
  const parts = exact.map((part) => Number(part / whole));
  const remainders = exact.map((part, index) => ({ index, rest: part % whole }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map(fen);
};

/** The fraction that one amount is of another; the second must be above 0. */
export const ratio = (amount: Fen, of: Fen): Rate => fraction(amount, of);

/** Whether `amount` is above `limit` times `rate`, compared exactly. */
export const isAbove = (amount: Fen, limit: Fen, rate: Rate): boolean =>
  limit === 0 ? amount > 0 : compareRates(ratio(amount, limit), rate) > 0;

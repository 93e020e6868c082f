/**
 * An exact fraction: a tax rate, an ownership share, a relief factor. Always reduced, denominator above 0, so that two
 * equal rates are equal in every field.
 */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

const greatestCommonDivisor = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/** `fraction(1, 3)`; whole numbers that fit exactly, else a RangeError. */
export const fraction = (numerator: number, denominator = 1): Rate => {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`No exact fraction: ${numerator}/${denominator}`);
  }
  const divisor = greatestCommonDivisor(numerator, denominator) || 1;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

const decimalPattern = /^(\d+)(?:\.(\d+))?$/;

/** A decimal as written, `"1.5"`; never through a float. */
export const decimal = (text: string): Rate => {
  const parts = decimalPattern.exec(text);
  if (parts === null) throw new RangeError(`Not a decimal: ${text}`);
  const digits = parts[2] ?? "";
  return fraction(Number(`${parts[1]}${digits}`), 10 ** digits.length);
};

/** `percent("1.5")` is 3/200. */
export const percent = (text: string): Rate => timesRate(decimal(text), hundredth);

export const timesRate = (a: Rate, b: Rate): Rate => {
  // Reduced crosswise first, so that the products stay small.
  const left = greatestCommonDivisor(a.numerator, b.denominator) || 1;
  const right = greatestCommonDivisor(b.numerator, a.denominator) || 1;
  return fraction((a.numerator / left) * (b.numerator / right), (a.denominator / right) * (b.denominator / left));
};

export const addRates = (a: Rate, b: Rate): Rate =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** Below 0 when `a` is the smaller, above 0 when it is the larger. */
export const compareRates = (a: Rate, b: Rate): number =>
  Number(BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator));

/** Whether the fractions add up to exactly one. Any number of them, any denominators. */
export const addUpToOne = (rates: readonly Rate[]): boolean => {
  if (rates.length === 1) return rates[0]?.numerator === rates[0]?.denominator;
  let [numerator, denominator] = [0n, 1n];
  for (const rate of rates) {
    numerator = numerator * BigInt(rate.denominator) + BigInt(rate.numerator) * denominator;
    denominator *= BigInt(rate.denominator);
  }
  return numerator === denominator;
};

const hundredth: Rate = { numerator: 1, denominator: 100 };
export const zeroRate: Rate = { numerator: 0, denominator: 1 };
export const wholeRate: Rate = { numerator: 1, denominator: 1 };
export const halfRate: Rate = { numerator: 1, denominator: 2 };

/** `"1/3"`, or `"1"` for a whole number. */
export const formatFraction = (rate: Rate): string =>
  rate.denominator === 1 ? String(rate.numerator) : `${rate.numerator}/${rate.denominator}`;

const percentTexts = new WeakMap<Rate, string>();

/** `"1.5%"` when the percentage ends within six decimals, else `"1/3"`. */
export const formatPercent = (rate: Rate): string => {
  // Rates of the law are written out again and again; the text of a rate never changes.
  let text = percentTexts.get(rate);
  if (text === undefined) {
    text = writePercent(rate);
    percentTexts.set(rate, text);
  }
  return text;
};

const writePercent = (rate: Rate): string => {
  for (let digits = 0; digits <= 6; digits += 1) {
    const scaled = BigInt(rate.numerator) * 10n ** BigInt(digits + 2);
    if (scaled % BigInt(rate.denominator) !== 0n) continue;
    const whole = String(scaled / BigInt(rate.denominator)).padStart(digits + 1, "0");
    return digits === 0 ? `${whole}%` : `${whole.slice(0, -digits)}.${whole.slice(-digits)}%`;
  }
  return formatFraction(rate);
};

const sharePattern = /^(?:[1-9]\d{0,4}\/[1-9]\d{0,4}|1|0\.\d{1,6}|100%|[1-9]?\d(?:\.\d{1,4})?%)$/;

/** A share as people write it: `"1/3"`, `"0.5"` or `"33.4%"`; undefined when it is none. */
export const readShare = (text: string): Rate | undefined => {
  if (!sharePattern.test(text)) return undefined;
  const [above, below] = text.split("/");
  const share = text.endsWith("%")
    ? percent(text.slice(0, -1))
    : below === undefined
      ? decimal(text)
      : fraction(Number(above), Number(below));
  return share.numerator > 0 && share.numerator <= share.denominator ? share : undefined;
};

import { type Fen, fen, formatYuan, noMoney } from "../kernel/fen.ts";
import { formatFraction, formatPercent, type Rate, wholeRate } from "../kernel/fraction.ts";
import { nearest, product, total, type Whole } from "./whole.ts";

/**
 * An exact number that remembers how it came about. Every amount of tax is the value of a figure, and the figure's text
 * is the formula that people read: the explanation cannot drift from the calculation because it is the calculation.
 * Nothing is rounded on the way; `roundedFen` rounds once, half up.
 */
export interface Figure {
  readonly numerator: Whole;
  readonly denominator: Whole;
  readonly text: string;
  /** 0 stands alone, 1 is a product, 2 a sum: decides the brackets. */
  readonly level: 0 | 1 | 2;
}

const figure = (numerator: Whole, denominator: Whole, text: string, level: Figure["level"]): Figure => ({
  numerator,
  denominator,
  text,
  level,
});

/** Money, counted in fen, printed in yuan. */
export const money = (amount: Fen): Figure => figure(amount, 1, formatYuan(amount), 0);

const rateFigures = new WeakMap<Rate, Figure>();

export const rateFigure = (rate: Rate): Figure => {
  let known = rateFigures.get(rate);
  if (known === undefined) {
    const text = formatPercent(rate);
    known = figure(rate.numerator, rate.denominator, text, text.includes("/") ? 1 : 0);
    rateFigures.set(rate, known);
  }
  return known;
};

export const shareFigure = (share: Rate): Figure =>
  figure(share.numerator, share.denominator, formatFraction(share), share.denominator === 1 ? 0 : 1);

const bracketed = (part: Figure, over: Figure["level"]): string => (part.level > over ? `(${part.text})` : part.text);

export const times = (a: Figure, b: Figure): Figure =>
  figure(
    product(a.numerator, b.numerator),
    product(a.denominator, b.denominator),
    // A fraction on the right keeps its brackets, so that no reader wonders what is divided.
    `${bracketed(a, 1)} × ${bracketed(b, 0)}`,
    1,
  );

export const over = (a: Figure, b: Figure): Figure =>
  figure(
    product(a.numerator, b.denominator),
    product(a.denominator, b.numerator),
    `${bracketed(a, 1)} ÷ ${bracketed(b, 0)}`,
    1,
  );

const joined = (a: Figure, b: Figure, numerator: Whole, text: string): Figure =>
  // Whole fen on both sides are the common case and need no common denominator.
  a.denominator === b.denominator
    ? figure(total(a.numerator, numerator), a.denominator, text, 2)
    : figure(
        total(product(a.numerator, b.denominator), product(numerator, a.denominator)),
        product(a.denominator, b.denominator),
        text,
        2,
      );

/** Adds; zero summands are left out of the text. */
export const plus = (a: Figure, ...more: readonly Figure[]): Figure => {
  let result = a;
  for (const part of more) {
    if (isNothing(part)) continue;
    result = joined(result, part, part.numerator, `${result.text} + ${part.text}`);
  }
  return result;
};

/** Subtracts; zero deductions are left out of the text. */
export const minus = (a: Figure, ...more: readonly Figure[]): Figure => {
  let result = a;
  for (const part of more) {
    if (isNothing(part)) continue;
    result = joined(result, part, -part.numerator, `${result.text} - ${bracketed(part, 1)}`);
  }
  return result;
};

export const lesserFigure = (a: Figure, b: Figure): Figure => {
  const least = compareFigures(a, b) <= 0 ? a : b;
  return figure(least.numerator, least.denominator, `min(${a.text}, ${b.text})`, 0);
};

/** A loss is no income: below zero becomes zero. */
export const atLeastZero = (a: Figure): Figure => (a.numerator >= 0 ? a : figure(0, 1, `max(0.00, ${a.text})`, 0));

/** Below 0 when `a` is the smaller. */
export const compareFigures = (a: Figure, b: Figure): number => {
  const [left, right] = [product(a.numerator, b.denominator), product(b.numerator, a.denominator)];
  return left < right ? -1 : left > right ? 1 : 0;
};

// A bigint 0 is not the number 0, but both are neither above nor below it.
const isNothing = ({ numerator }: Figure): boolean => !(numerator > 0) && !(numerator < 0);

/** The whole fen of a figure at or above zero, half up. */
export const roundedFen = ({ numerator, denominator }: Figure): Fen => fen(nearest(numerator, denominator));

/** To 0.10 yuan, half up; nothing below 0.10. */
export const roundedToJiao = ({ numerator, denominator }: Figure): Fen => {
  const jiao = product(denominator, fenInJiao);
  return numerator < jiao ? noMoney : fen(nearest(numerator, jiao) * fenInJiao);
};

const fenInJiao = 10;

const wholes = new WeakMap<Rate, Figure>();

/** The bracket `1 + rate` that takes a tax out of a price. */
export const onePlus = (rate: Rate): Figure => {
  let known = wholes.get(rate);
  if (known === undefined) {
    known = plus(shareFigure(wholeRate), rateFigure(rate));
    wholes.set(rate, known);
  }
  return known;
};

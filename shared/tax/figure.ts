import { type Fen, fen, formatYuan, noMoney } from "../kernel/fen.ts";
import { formatFraction, formatPercent, type Rate } from "../kernel/fraction.ts";

/**
 * An exact number that remembers how it came about. Every amount of tax is the value of a figure, and the figure's text
 * is the formula that people read: the explanation cannot drift from the calculation because it is the calculation.
 * Nothing is rounded on the way; `roundedFen` rounds once, half up.
 */
export interface Figure {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly text: string;
  /** 0 stands alone, 1 is a product, 2 a sum: decides the brackets. */
  readonly level: 0 | 1 | 2;
}

const figure = (numerator: bigint, denominator: bigint, text: string, level: Figure["level"]): Figure => ({
  numerator,
  denominator,
  text,
  level,
});

/** Money, counted in fen, printed in yuan. */
export const money = (amount: Fen): Figure => figure(BigInt(amount), 1n, formatYuan(amount), 0);

const rateFigures = new WeakMap<Rate, Figure>();

export const rateFigure = (rate: Rate): Figure => {
  let known = rateFigures.get(rate);
  if (known === undefined) {
    const text = formatPercent(rate);
    known = figure(BigInt(rate.numerator), BigInt(rate.denominator), text, text.includes("/") ? 1 : 0);
    rateFigures.set(rate, known);
  }
  return known;
};

export const shareFigure = (share: Rate): Figure =>
  figure(BigInt(share.numerator), BigInt(share.denominator), formatFraction(share), share.denominator === 1 ? 0 : 1);

const bracketed = (part: Figure, over: Figure["level"]): string => (part.level > over ? `(${part.text})` : part.text);

export const times = (a: Figure, b: Figure): Figure =>
  figure(
    a.numerator * b.numerator,
    a.denominator * b.denominator,
    // A fraction on the right keeps its brackets, so that no reader wonders what is divided.
    `${bracketed(a, 1)} × ${bracketed(b, 0)}`,
    1,
  );

export const over = (a: Figure, b: Figure): Figure =>
  figure(a.numerator * b.denominator, a.denominator * b.numerator, `${bracketed(a, 1)} ÷ ${bracketed(b, 0)}`, 1);

/** Adds; zero summands are left out of the text. */
export const plus = (a: Figure, ...more: readonly Figure[]): Figure => {
  let total = a;
  for (const part of more) {
    if (part.numerator === 0n) continue;
    total = figure(
      total.numerator * part.denominator + part.numerator * total.denominator,
      total.denominator * part.denominator,
      `${total.text} + ${part.text}`,
      2,
    );
  }
  return total;
};

/** Subtracts; zero deductions are left out of the text. */
export const minus = (a: Figure, ...more: readonly Figure[]): Figure => {
  let total = a;
  for (const part of more) {
    if (part.numerator === 0n) continue;
    total = figure(
      total.numerator * part.denominator - part.numerator * total.denominator,
      total.denominator * part.denominator,
      `${total.text} - ${bracketed(part, 1)}`,
      2,
    );
  }
  return total;
};

export const lesserFigure = (a: Figure, b: Figure): Figure => {
  const least = a.numerator * b.denominator <= b.numerator * a.denominator ? a : b;
  return figure(least.numerator, least.denominator, `min(${a.text}, ${b.text})`, 0);
};

/** A loss is no income: below zero becomes zero. */
export const atLeastZero = (a: Figure): Figure => (a.numerator >= 0n ? a : figure(0n, 1n, `max(0.00, ${a.text})`, 0));

/** Below 0 when `a` is the smaller. */
export const compareFigures = (a: Figure, b: Figure): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The whole fen of a figure at or above zero, half up. */
export const roundedFen = ({ numerator, denominator }: Figure): Fen =>
  fen(Number((numerator * 2n + denominator) / (denominator * 2n)));

/** To 0.10 yuan, half up; nothing below 0.10. */
export const roundedToJiao = ({ numerator, denominator }: Figure): Fen => {
  const jiao = denominator * fenInJiao;
  return numerator < jiao ? noMoney : fen(Number(((numerator * 2n + jiao) / (jiao * 2n)) * fenInJiao));
};

const fenInJiao = 10n;

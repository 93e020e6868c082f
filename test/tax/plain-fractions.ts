/** Exact fractions in the plainest form, for the second calculation. Shares no line with the product. */
export interface Q {
  readonly n: bigint;
  readonly d: bigint;
}

export const q = (n: bigint | number, d: bigint | number = 1n): Q => ({ n: BigInt(n), d: BigInt(d) });
export const plus = (a: Q, b: Q): Q => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const less = (a: Q, b: Q): Q => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
export const mul = (a: Q, b: Q): Q => ({ n: a.n * b.n, d: a.d * b.d });
export const div = (a: Q, b: Q): Q => ({ n: a.n * b.d, d: a.d * b.n });
export const isLess = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d;

/** "12.34", "1/3", "50%". */
export const parse = (text: string): Q => {
  if (text.endsWith("%")) return div(parse(text.slice(0, -1)), q(100));
  if (text.includes("/")) {
    const [above, below] = text.split("/");
    return q(BigInt(above ?? ""), BigInt(below ?? ""));
  }
  const [whole, part = ""] = text.split(".");
  return q(BigInt(`${whole}${part}`), 10n ** BigInt(part.length));
};

/** Yuan to whole fen, half up; for amounts at or above zero. */
export const toFen = (yuan: Q): bigint => {
  const n = yuan.n * 100n;
  const whole = n / yuan.d;
  const rest = n - whole * yuan.d;
  return rest * 2n >= yuan.d ? whole + 1n : whole;
};

export const fromFen = (fen: bigint): Q => q(fen, 100n);

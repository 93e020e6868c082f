/**
 * A whole number of any size: a plain number while that is exact, a bigint beyond. Taxes of ordinary prices never leave
 * the plain numbers, which are several times faster; odd shares of large prices do, and stay exact.
 */
export type Whole = number | bigint;

export const product = (a: Whole, b: Whole): Whole => {
  if (typeof a === "number" && typeof b === "number") {
    const result = a * b;
    if (Number.isSafeInteger(result)) return result;
  }
  return BigInt(a) * BigInt(b);
};

export const total = (a: Whole, b: Whole): Whole => {
  if (typeof a === "number" && typeof b === "number") {
    const result = a + b;
    if (Number.isSafeInteger(result)) return result;
  }
  return BigInt(a) + BigInt(b);
};

/** The nearest whole number to `a / b`, half up, for `a` at or above zero and `b` above. */
export const nearest = (a: Whole, b: Whole): number => {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    const whole = (a - rest) / b;
    return rest >= b - rest ? whole + 1 : whole;
  }
  const [above, below] = [BigInt(a), BigInt(b)];
  return Number((above * 2n + below) / (below * 2n));
};

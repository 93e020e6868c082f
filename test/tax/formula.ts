import { div, fromFen, isLess, less, mul, parse, plus, type Q, q, toFen } from "./plain-fractions.ts";

/*
 * Evaluates a printed formula, as a person with a calculator would: numbers, percentages, + - × ÷, brackets, and
 * min, max, round (to the fen, half up), jiao (to 0.10, nothing below). Knows nothing of how it was made.
 */
export const evaluate = (formula: string): Q => {
  const tokens = formula.match(/\d+(?:\.\d+)?%?|[a-z]+|[-+×÷/(),]/g) ?? [];
  if (tokens.join("") !== formula.replaceAll(" ", "")) throw new Error(`Unreadable: ${formula}`);
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const expect = (token: string): void => {
    if (next() !== token) throw new Error(`Expected ${token} in ${formula}`);
  };

  const sum = (): Q => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = next() === "+" ? plus(value, product()) : less(value, product());
    return value;
  };
  const product = (): Q => {
    let value = atom();
    while (tokens[at] === "×" || tokens[at] === "÷" || tokens[at] === "/") {
      value = next() === "×" ? mul(value, atom()) : div(value, atom());
    }
    return value;
  };
  const atom = (): Q => {
    const token = next();
    if (/^\d/.test(token)) return parse(token);
    if (token === "(") {
      const value = sum();
      expect(")");
      return value;
    }
    expect("(");
    const given = [sum()];
    while (tokens[at] === ",") {
      at += 1;
      given.push(sum());
    }
    expect(")");
    return apply(token, given);
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`More than a formula: ${formula}`);
  return value;
};

const apply = (name: string, [a = q(0), b = q(0)]: readonly Q[]): Q => {
  if (name === "round") return fromFen(toFen(a));
  if (name === "min") return isLess(b, a) ? b : a;
  if (name === "max") return isLess(a, b) ? b : a;
  if (name === "jiao") return isLess(a, q(1, 10)) ? q(0) : q(toFen(div(a, q(10))), 10n);
  throw new Error(`No such function: ${name}`);
};

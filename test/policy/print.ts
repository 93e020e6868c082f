import { personas } from "./personas.ts";
import type { Tried } from "./try-cells.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letterOf = (column: number): string => letters[column] ?? "?";

/** One line a route, one column a persona: `yes`, or the refusal's number below; `!` where it is not what was expected. */
export const matrixOf = (tried: readonly Tried[]): string => {
  const codes = [...new Set(tried.map(({ got }) => got))].filter((code) => code !== "yes").sort();
  const mark = ({ got, expected }: Tried): string =>
    `${got === "yes" ? "yes" : String(codes.indexOf(got) + 1)}${got === expected ? "" : "!"}`;
  const routes = [...new Set(tried.map(({ route }) => route))];
  const width = Math.max(...routes.map((route) => route.length)) + 2;
  const lines = routes.map((route) => {
    const cells = tried.filter((cell) => cell.route === route);
    return route.padEnd(width) + cells.map((cell) => mark(cell).padStart(5)).join("");
  });
  const heads = personas.map(({ name }, index) => `  ${letterOf(index)}  ${name}`);
  const head = "".padEnd(width) + personas.map((_, index) => letterOf(index).padStart(5)).join("");
  const wrong = tried.filter(({ got, expected }) => got !== expected);
  return [
    `Who may do what: ${routes.length} routes by ${personas.length} people, ${tried.length} cells tried, ${wrong.length} not as expected.`,
    "",
    head,
    ...lines,
    "",
    ...heads,
    "",
    ...codes.map((code, index) => `  ${String(index + 1).padStart(2)}  ${code}`),
    ...wrong.map(({ route, persona, expected, got }) => `  ! ${route}, ${persona}: expected ${expected}, got ${got}`),
  ].join("\n");
};

import type { Dimension } from "../figures.ts";
import type { GroupRow } from "./report.ts";

/**
 * Rows of a grouping as CSV (RFC 4180): dimensions first, times in milliseconds. A name that a spreadsheet would take for a
 * formula has an apostrophe before it.
 */
export const writeCsv = (rows: readonly GroupRow[], by: readonly Dimension[]): string => {
  const header = [...by, "clock", "count", "mean_ms", "p50_ms", "p95_ms", "p99_ms"];
  const lines = rows.map(({ of, clock, count, mean, p50, p95, p99 }) => [
    ...by.map((dimension) => of[dimension] ?? ""),
    clock,
    String(count),
    ...[mean, p50, p95, p99].map((time) => String(Math.round(time * 10) / 10)),
  ]);
  return [header, ...lines].map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
};

const cellText = (text: string): string => {
  const harmless = formulaBeginning.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Spreadsheets of East Asia take the wide signs, too. */
const formulaBeginning = /^[=+\-@\t\r\n＝＋－＠]/;

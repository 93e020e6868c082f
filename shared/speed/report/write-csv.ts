import type { Dimension } from "../figures.ts";
import type { GroupRow } from "./report.ts";

/** Rows of a grouping as CSV (RFC 4180): dimensions first, times in milliseconds. Everything in it is a name or a number. */
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

const cellText = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import { expect, test } from "vitest";
import type { Dimension } from "../../shared/speed/figures.ts";
import type { GroupRow } from "../../shared/speed/report/report.ts";
import { writeCsv } from "../../shared/speed/report/write-csv.ts";
import { hostileTexts } from "../fuzz/support/hostile-text.ts";
import { fc } from "../support/properties.ts";

/** As RFC 4180 reads it. */
const cellsOf = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /"([^"]*(?:""[^"]*)*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/gy;
  for (const [, quoted, afterQuoted, plain = "", afterPlain] of csv.matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if ((afterQuoted ?? afterPlain) === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
};

const rowOf = (step: string): GroupRow =>
  ({ of: { step }, clock: "machine", count: 1, mean: 1, p50: 1, p95: 1, p99: 1 }) as unknown as GroupRow;
const by = ["step"] as readonly Dimension[];
const stepIn = (name: string): string | undefined => cellsOf(writeCsv([rowOf(name)], by))[1]?.[0];

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\tx",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "=cmd|'/c calc'!A0",
])("a spreadsheet takes %j for a text", (name) => {
  expect(stepIn(name)).toBe(`'${name}`);
});

test("whatever a name is, it stays in its cell, and no cell begins a formula", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary" })), (name) => {
      const rows = cellsOf(writeCsv([rowOf(name), rowOf("after")], by));
      expect(rows.map(({ length }) => length)).toEqual([7, 7, 7]);
      expect([name, `'${name}`]).toContain(rows[1]?.[0]);
      expect(rows[2]?.[0]).toBe("after");
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    }),
  );
});

test("what nobody would take for anything else is left alone", () => {
  expect(stepIn("file-declaration")).toBe("file-declaration");
  expect(stepIn('a "name", with both')).toBe('a "name", with both');
});

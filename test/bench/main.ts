import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";

/** What a benchmark found: a row for each thing measured, and what it comes to. */
export interface BenchmarkResult {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly summary: Readonly<Record<string, unknown>>;
}

const folder = new URL("./", import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => basename(file, ".ts"))
  .sort();

/** `npm run bench -- NAME... [--json]`: runs the named benchmarks, one after the other, or all of them. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  const results: Record<string, BenchmarkResult> = {};
  for (const name of positionals.length > 0 ? positionals : known) {
    const { run }: { run(): Promise<BenchmarkResult> } = await import(new URL(`${name}.ts`, folder).href);
    const result = await run();
    results[name] = result;
    if (!values.json) print(result);
  }
  if (values.json) console.log(JSON.stringify(results));
};

const print = ({ title, rows, summary }: BenchmarkResult): void => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] !== "string"));
  console.log(`\n${title}\n`);
  for (const line of cells) {
    const padded = line.map((cell, index) =>
      isNumber[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
    );
    console.log(padded.join("  ").trimEnd());
  }
  console.log("");
  for (const [name, value] of Object.entries(summary)) {
    console.log(`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`);
  }
};

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

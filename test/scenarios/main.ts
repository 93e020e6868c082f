import { differencesIn } from "../../shared/tax/commands/check-scenario.ts";
import { runRefundScenarios } from "../../shared/tax/commands/refund-scenario.ts";
import { loadScenarios, runScenario } from "../../shared/tax/commands/scenario-file.ts";
import { printTable } from "../../shared/tax/commands/table.ts";
import { legend, newcomerRows } from "./new-taxpayer/rows.ts";

/*
 * npm run scenarios [-- --working] [--json]
 * The cases that an expert reads: what is sold when, what is due by hand, how it was worked out, the source, and whether
 * we agree; then newcomers of every kind, with the standing of their fifteen tasks. The exit code is 1 when one differs.
 */
const isJson = process.argv.includes("--json");
const showsWorking = isJson || process.argv.includes("--working");
const rows: Record<string, string>[] = [];
const failures: { file: string; name: string; differences: readonly string[] }[] = [];
for (const { file, title, scenarios } of loadScenarios()) {
  for (const { scenario, facts } of scenarios) {
    const differences = differencesIn(scenario, runScenario(facts));
    if (differences.length > 0) failures.push({ file, name: scenario.name.zh, differences });
    const { expect } = scenario;
    const taxes =
      expect.outcome === "refused"
        ? expect.fields.map(({ path, code }) => `${path}: ${code}`)
        : Object.entries(expect.taxes).map(([tax, due]) => `${tax} ${printDue(due)}`);
    rows.push({
      "主题 topic": title.zh,
      "情形 case": `${scenario.name.zh} / ${scenario.name.en}`,
      "应得 due": `${expect.outcome}${taxes.length === 0 ? "" : `: ${taxes.join("; ")}`}`,
      ...(showsWorking ? { "演算 working": scenario.working ?? "" } : {}),
      "来源 source": scenario.source,
      "一致 agrees": differences.length === 0 ? "✓" : "✗",
    });
  }
}

const refunds = runRefundScenarios();
for (const { scenario, differences } of refunds.results) {
  const file = "repurchase-refund/cases.json";
  if (differences.length > 0) failures.push({ file, name: scenario.name.zh, differences });
  const { outcome, amount } = scenario.expect;
  rows.push({
    "主题 topic": refunds.title.zh,
    "情形 case": `${scenario.name.zh} / ${scenario.name.en}`,
    "应得 due": amount === null ? outcome : `${outcome}: ${amount}`,
    ...(showsWorking ? { "演算 working": scenario.working ?? "" } : {}),
    "来源 source": scenario.source,
    "一致 agrees": differences.length === 0 ? "✓" : "✗",
  });
}

for (const { row, agrees } of await newcomerRows()) {
  if (!agrees)
    failures.push({ file: "new-taxpayer", name: row["情形 case"] ?? "", differences: [row["应得 due"] ?? ""] });
  rows.push({ ...row, ...(showsWorking && { "演算 working": "" }) });
}

function printDue(due: string | null | Record<string, string> | undefined): string {
  if (due === null || due === undefined) return "?";
  if (typeof due === "string") return due;
  return Object.entries(due)
    .map(([who, amount]) => `${who} ${amount}`)
    .join(", ");
}

if (isJson) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else printTable(rows);
for (const { file, name, differences } of failures) {
  process.stderr.write(`${file} ${name}\n${differences.map((difference) => `  ${difference}\n`).join("")}`);
}
process.stderr.write(`${legend}\n`);
process.stderr.write(`${rows.length} scenarios, ${failures.length} differ\n`);
if (failures.length > 0) process.exitCode = 1;

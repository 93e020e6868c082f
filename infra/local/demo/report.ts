import type { Language } from "../../../shared/kernel/text.ts";
import type { Played } from "./play.ts";
import type { Summary } from "./summary.ts";
import { table } from "./table.ts";

/** What one case looked like: every step with its clocks, who answered, and what it issued. */
export const reportOf = ({ story, view, timeline }: Played, language: Language): string => {
  const rows = timeline.steps
    .filter(({ status }) => status !== "not-applicable")
    .map((step) => [
      step.name[language],
      step.status,
      step.clocks.active,
      step.clocks.away,
      step.clocks.machine,
      step.clocks.authority,
      step.authority?.name[language] ?? "",
      step.document?.number ?? "",
    ]);
  const waiting = view.steps
    .filter(({ status }) => !settled.has(status))
    .map(({ name, words }) => `    ${name[language]}: ${words[language]}`);
  const { papers, clocks, elapsedMilliseconds } = timeline;
  return [
    `${story.title}`,
    `  ${view.package.name[language]}, case ${view.id}: ${view.words[language]}`,
    "",
    table(["step", "state", "active ms", "away ms", "machine ms", "authority ms", "asked", "document"], rows),
    ...(view.status === "open" ? ["", "  still open:", ...waiting] : []),
    "",
    `  elapsed ${elapsedMilliseconds ?? "-"} ms; machine ${clocks.machine.toFixed(1)} ms, authorities ${clocks.authority.toFixed(1)} ms (steps run side by side)`,
    `  papers ${papers.papersBefore} before, ${papers.papersNow} now; forms ${papers.formsBefore} before, ${papers.formsNow} now; visits ${papers.visitsBefore} before, ${papers.visitsNow} now`,
  ].join("\n");
};

const settled: ReadonlySet<string> = new Set(["done", "refused", "not-applicable", "blocked"]);

export const totalsOf = ({ newTaxpayer, housing }: Summary): string =>
  [
    "Taxes of the sale",
    "",
    table(
      ["tax", "side", "state", "rate", "yuan"],
      housing.lines.map(({ tax, side, status, rate, amount }) => [tax, side, status, rate ?? "", amount]),
    ),
    "",
    "Totals",
    "",
    table(
      ["", "done", "machine ms", "elapsed ms", "papers before", "papers now"],
      [
        [
          "new taxpayers",
          `${newTaxpayer.completed} of ${newTaxpayer.tasks} tasks`,
          newTaxpayer.machineMs,
          newTaxpayer.elapsedMs,
          newTaxpayer.papersBefore,
          newTaxpayer.papersNow,
        ],
        ["housing", housing.status, housing.machineMs, housing.elapsedMs, housing.papersBefore, housing.documentsAsked],
      ],
    ),
    "",
    `  Facts typed in the sale although an authority holds them: ${housing.typedFacts}`,
  ].join("\n");

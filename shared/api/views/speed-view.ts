import type * as z from "zod";
import type { Language } from "../../kernel/text.ts";
import type { Dimension } from "../../speed/figures.ts";
import type { GroupRow, PackageReport, SpeedReport } from "../../speed/report/report.ts";
import { writeCsv } from "../../speed/report/write-csv.ts";
import { writeReport } from "../../speed/report/write-report.ts";
import type { SpeedView } from "../resources/speed.ts";

type View = z.output<ReturnType<typeof SpeedView>>;

/** The report of processing speed as the API shows it, with the rows of the grouping that was asked for. */
export const viewSpeed = (report: SpeedReport, rows: readonly GroupRow[]): View => {
  const { span, relativeError, packages } = report;
  const [office = ""] = span.offices;
  return { from: span.from, to: span.to, office, relativeError, packages: packages.map(viewPackage), rows: [...rows] };
};

/** The same in the forms that people and spreadsheets read. */
export const writtenSpeed = (
  { report, rows }: { readonly report: SpeedReport; readonly rows: readonly GroupRow[] },
  {
    by,
    format,
    language,
  }: { readonly by: readonly Dimension[]; readonly format: "csv" | "table"; readonly language: Language },
) =>
  format === "csv"
    ? { status: 200, contentType: "text/csv; charset=utf-8; header=present", content: writeCsv(rows, by) }
    : { status: 200, contentType: "text/plain; charset=utf-8", content: writeReport(report, language) };

const viewPackage = (report: PackageReport): View["packages"][number] => {
  const { comparisons, leaving, brokenPromises, steps, ...more } = report;
  return {
    ...more,
    comparisons: comparisons.map(({ packageId: _about, ...comparison }) => comparison),
    leaving: [...leaving],
    brokenPromises: { ...brokenPromises, steps: [...brokenPromises.steps] },
    steps: [...steps],
  };
};

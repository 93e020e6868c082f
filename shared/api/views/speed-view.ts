import type * as z from "zod";
import type { GroupRow, PackageReport, SpeedReport } from "../../speed/report/report.ts";
import type { SpeedView } from "../resources/speed.ts";

type View = z.output<ReturnType<typeof SpeedView>>;

/** The report of processing speed as the API shows it, with the rows of the grouping that was asked for. */
export const viewSpeed = (report: SpeedReport, rows: readonly GroupRow[]): View => {
  const { span, relativeError, packages } = report;
  const [office = ""] = span.offices;
  return { from: span.from, to: span.to, office, relativeError, packages: packages.map(viewPackage), rows: [...rows] };
};

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

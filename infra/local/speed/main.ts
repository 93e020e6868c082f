// npm run speed: the report of processing speed, of the world that runs here or of simulated days.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packagesOf } from "../../../shared/packages/index.ts";
import { latestVersions } from "../../../shared/packages/latest.ts";
import { type Figure, loadFigures } from "../../../shared/speed/figures.ts";
import { plotsOf } from "../../../shared/speed/plots/plots-of.ts";
import { drawWaterfall } from "../../../shared/speed/plots/waterfall.ts";
import { reportOf, rowsOf } from "../../../shared/speed/report/report.ts";
import { writeCsv } from "../../../shared/speed/report/write-csv.ts";
import { writeReport } from "../../../shared/speed/report/write-report.ts";
import { giveUp } from "../command-line.ts";
import { locality } from "../environment.ts";
import { readOptions, type SpeedOptions, usage } from "./options.ts";
import { runningSource, type SpeedSource, simulatedSource } from "./sources.ts";

const packages = latestVersions(packagesOf(locality));

const show = async (options: SpeedOptions, source: SpeedSource): Promise<void> => {
  const { from, to, by, format, language } = options;
  const span = { offices: [locality], packageIds: packages.map(({ id }) => id), from, to };
  const figures = await loadFigures(source.figures, span);
  const report = reportOf(figures, span, packages);
  if (source.note !== undefined) console.error(source.note);
  if (format === "json") console.log(JSON.stringify({ ...report, rows: rowsOf(figures, by) }, null, 2));
  else if (format === "csv") process.stdout.write(writeCsv(rowsOf(figures, by), by));
  else console.log(writeReport(report, language));
  if (options.plots !== undefined) await plot(options.plots, figures, options, source);
};

const plot = async (
  folder: string,
  figures: readonly Figure[],
  { language }: SpeedOptions,
  source: SpeedSource,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const ofCase = await source.caseTimes();
  const plots = [
    ...plotsOf(figures, packages, language),
    ...(ofCase ? [{ fileName: `one-case.${language}.svg`, svg: drawWaterfall(ofCase, language) }] : []),
  ];
  for (const { fileName, svg } of plots) {
    await writeFile(join(folder, fileName), svg);
    console.error(join(folder, fileName));
  }
};

try {
  const options = readOptions();
  if (!options) {
    console.log(usage);
  } else {
    const source = options.simulated
      ? await simulatedSource(options, packages, locality)
      : await runningSource(options, packages);
    await show(options, source).finally(() => source.close());
  }
} catch (error) {
  giveUp(error);
}

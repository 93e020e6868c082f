import type { Page } from "playwright-core";
import { locality } from "../../../infra/local/environment.ts";
import { simulatedSource } from "../../../infra/local/speed/sources.ts";
import { viewSpeed } from "../../../shared/api/views/speed-view.ts";
import { addDays, calendarDateIn } from "../../../shared/kernel/day.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { packagesOf } from "../../../shared/packages/index.ts";
import { latestVersions } from "../../../shared/packages/latest.ts";
import { loadFigures } from "../../../shared/speed/figures.ts";
import { reportOf, rowsOf } from "../../../shared/speed/report/report.ts";

/** For pictures: speed and traffic are those of thirty made-up days of a bureau, counted by the code that counts real ones. */
export const showMadeUpDays = async (page: Page): Promise<void> => {
  const packages = latestVersions(packagesOf(locality));
  const to = calendarDateIn(new Date().toISOString() as Instant, "Asia/Shanghai");
  const from = addDays(to, -29);
  const { figures } = await simulatedSource(
    { from, to, simulated: true } as Parameters<typeof simulatedSource>[0],
    packages,
    locality,
  );
  const span = { offices: [locality], packageIds: packages.map(({ id }) => id), from, to };
  const found = await loadFigures(figures, span);
  const report = reportOf(found, span, packages);
  await page.route(/\/v1\/speed/, (route) => {
    const by = new URL(route.request().url()).searchParams.get("by");
    return route.fulfill({ json: viewSpeed(report, rowsOf(found, by === null ? [] : ["package", "day"])) });
  });
};

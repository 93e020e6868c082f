import type { ChangedCase } from "../../../shared/speed/changed-case.ts";
import { countChanges } from "../../../shared/speed/count-changes.ts";
import type { FigureStore } from "../../../shared/speed/figure-store.ts";
import type { PlantedCase } from "./simulate-case.ts";
import { type BureauDays, simulateDays } from "./simulate-days.ts";

/** As many writes as Lambda hands over at once at most; a smaller batch gives the same figures. */
const batchSize = 10_000;

/**
 * Counts simulated days into a store, as the stream's function counts real ones.
 *
 * @returns how many cases there were, and of the completed ones that with the most steps
 */
export const countDays = async (
  store: FigureStore,
  days: BureauDays,
): Promise<{ readonly cases: number; readonly example: PlantedCase | undefined }> => {
  let cases = 0;
  let example: PlantedCase | undefined;
  let batch: ChangedCase[] = [];
  for (const planted of simulateDays(days)) {
    cases += 1;
    if (planted.outcome === "completed" && planted.steps.length > (example?.steps.length ?? 0)) example = planted;
    batch.push(...planted.writes);
    if (batch.length < batchSize) continue;
    await countChanges(store, batch);
    batch = [];
  }
  await countChanges(store, batch);
  return { cases, example };
};

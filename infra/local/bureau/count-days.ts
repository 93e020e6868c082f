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
 * @returns how many cases there were, and one that was completed within a day, an officer's part included
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
    if (isTelling(planted)) example ??= planted;
    batch.push(...planted.writes);
    if (batch.length < batchSize) continue;
    await countChanges(store, batch);
    batch = [];
  }
  await countChanges(store, batch);
  return { cases, example };
};

const dayMilliseconds = 86_400_000;

const isTelling = ({ outcome, steps, openedAt, closedAt = 0 }: PlantedCase): boolean =>
  outcome === "completed" && closedAt - openedAt < dayMilliseconds && steps.some(({ clocks }) => clocks.hands > 0);

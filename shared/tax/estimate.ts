import type { CalendarDate } from "../kernel/day.ts";
import { formatYuan, subtract, yuan } from "../kernel/fen.ts";
import { type AssessOptions, assess } from "./assess.ts";
import type { FilingDateComparison } from "./assessment.ts";
import type { HousingFacts } from "./facts.ts";

/**
 * The same sale filed on different days: "file after 1 January and pay less". Days come back in order; of equally cheap
 * ones the first is the cheapest, and the saving is against the dearest. Touches no records.
 */
export const compareFilingDates = (
  facts: HousingFacts,
  dates: readonly CalendarDate[],
  options: AssessOptions,
): FilingDateComparison => {
  const days = [...new Set(dates)].sort();
  const assessed = days.map((filingDate) => ({
    filingDate,
    assessment: assess({ ...facts, filingDate }, options),
  }));
  const isComplete = assessed.length > 0 && assessed.every(({ assessment }) => assessment.totals.isComplete);
  if (!isComplete) return { options: assessed, cheapest: null, saving: null };
  const ranked = assessed
    .map(({ filingDate, assessment }) => ({ filingDate, due: yuan(assessment.totals.all) }))
    .sort((a, b) => a.due - b.due || (a.filingDate < b.filingDate ? -1 : 1));
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (least === undefined || most === undefined) return { options: assessed, cheapest: null, saving: null };
  return { options: assessed, cheapest: least.filingDate, saving: formatYuan(subtract(most.due, least.due)) };
};

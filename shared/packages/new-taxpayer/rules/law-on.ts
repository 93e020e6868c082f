import type { CalendarDate } from "../../../kernel/day.ts";
import { entryOn, type LawEntry, type Timeline } from "../../../tax/law/timeline.ts";

/**
 * The law in force on a day.
 * @throws Error for a day without law: such a case is not for this package, and the latest law is never taken instead.
 */
export const lawOn = <Value>(law: Timeline<Value>, date: CalendarDate): LawEntry<Value> => {
  const entry = entryOn(law, date);
  if (entry === undefined) throw new Error(`No law ${law.id} on ${date}`);
  return entry;
};

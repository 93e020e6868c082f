import { table } from "../../cases/table.ts";
import type { CalendarDate } from "../../kernel/day.ts";
import type { Instant } from "../../kernel/instant.ts";
import { expiresAt, retentions } from "../../people/retention.ts";

/** How long what is known of a day's money is kept. */
export const endOfDay = (day: CalendarDate): Record<string, number> => ({
  [table.timeToLive]: expiresAt(retentions.reconciliation, `${day}T00:00:00.000Z` as Instant),
});

import * as z from "zod";
import { type CalendarDate as Day, isCalendarDate } from "./day.ts";

// The calendar stands apart from the schema because loading zod takes longer than computing a thousand taxes.
export * from "./day.ts";

/** A calendar day, `2030-01-31`. Sorts and compares as text. */
export type CalendarDate = Day;

/**
 * The border form; a day that does not exist is refused. The text stays as it is, so the schema also describes what we
 * send.
 */
export const CalendarDate = z
  .string()
  .refine(isCalendarDate, { message: "Not a calendar day (YYYY-MM-DD)" })
  .meta({ format: "date", examples: ["2030-01-31"] }) as unknown as z.ZodType<Day, string>;

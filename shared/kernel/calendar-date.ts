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
  .refine(isCalendarDate, {
    message: "Not a calendar day (YYYY-MM-DD)",
    params: {
      code: "not-a-day",
      zh: "请填写1900年至2199年间真实存在的日期,如2030-01-31。",
      en: "Give a day that exists, from 1900 to 2199, such as 2030-01-31.",
    },
  })
  .meta({ format: "date", examples: ["2030-01-31"] }) as unknown as z.ZodType<Day, string>;

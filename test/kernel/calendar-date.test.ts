import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  CalendarDate,
  calendarDate,
  calendarDateIn,
  daysBetween,
} from "../../shared/kernel/calendar-date.ts";

const day = calendarDate;

test.each([
  "2023-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-1-1",
  "20260101",
  "1899-12-31",
  "2200-01-01",
  "9999-12-31",
  "",
])("%s is no day", (text) => {
  expect(CalendarDate.safeParse(text).success).toBe(false);
  expect(() => calendarDate(text)).toThrow(RangeError);
});

test("29 February is a day of leap years", () => {
  expect(CalendarDate.parse("2024-02-29")).toBe("2024-02-29");
  expect(CalendarDate.safeParse("1900-02-29").success).toBe(false);
  expect(CalendarDate.parse("2000-02-29")).toBe("2000-02-29");
});

test.each([
  ["2024-02-29", 1, "2025-02-28"],
  ["2024-02-29", 4, "2028-02-29"],
  ["2023-02-28", 1, "2024-02-28"],
  ["2024-01-31", 2, "2026-01-31"],
])("%s and %i years is %s", (from, years, to) => {
  expect(addYears(day(from), years)).toBe(to);
});

test.each([
  ["2024-01-31", 1, "2024-02-29"],
  ["2023-12-01", 18, "2025-06-01"],
  ["2024-08-31", 6, "2025-02-28"],
  ["2024-03-31", -1, "2024-02-29"],
])("%s and %i months is %s", (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test("days are counted over months, years and leap days", () => {
  expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
  expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
  expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
  expect(daysBetween(day("2026-01-02"), day("2026-01-01"))).toBe(-1);
});

describe("the day of a moment", () => {
  test.each([
    ["2025-12-31T15:59:59.999Z", "2025-12-31"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01"],
  ])("%s is %s in Shanghai", (instant, date) => {
    expect(calendarDateIn(instant, "Asia/Shanghai")).toBe(date);
    expect(calendarDateIn(new Date(instant), "Asia/Shanghai")).toBe(date);
  });

  test("in two places at once it may be two days, and no moment has none", () => {
    expect(calendarDateIn("2025-12-31T16:00:00.000Z", "Asia/Shanghai")).toBe("2026-01-01");
    expect(calendarDateIn("2025-12-31T16:00:00.000Z", "Europe/London")).toBe("2025-12-31");
    expect(() => calendarDateIn("tomorrow", "Asia/Shanghai")).toThrow(RangeError);
    expect(() => calendarDateIn("tomorrow", "Asia/Shanghai")).toThrow(RangeError);
  });
});

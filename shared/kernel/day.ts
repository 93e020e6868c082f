/** A calendar day, `2030-01-31`. Sorts and compares as text. */
export type CalendarDate = string & { readonly __brand: "CalendarDate" };

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/**
 * Whether the text is a day that exists: `2023-02-29` is not. Nor is one in a year that no record of a living person and
 * no law of today can mean.
 */
export const isCalendarDate = (text: string): text is CalendarDate => {
  const parts = datePattern.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** For days written in code; a RangeError for one that does not exist. */
export const calendarDate = (text: string): CalendarDate => {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return text;
};

const write = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as CalendarDate;

/** The same day some years on; where it does not exist (29 February), the end of that month (Civil Code art. 202). */
export const addYears = (date: CalendarDate, years: number): CalendarDate => {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return write(year, month, day);
};

/** The same day some months on, or the end of that month where the day does not exist. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return write(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
};

const dayMilliseconds = 86_400_000;
const toDayNumber = (date: CalendarDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMilliseconds;

export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const day = new Date((toDayNumber(date) + days) * dayMilliseconds);
  return write(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
};

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDayNumber(to) - toDayNumber(from);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that a moment falls on in a time zone, such as `"Asia/Shanghai"`. */
export const calendarDateIn = (instant: string | Date, timeZone: string): CalendarDate => {
  const second = Math.floor(new Date(instant).getTime() / 1000);
  if (latest?.second === second && latest.timeZone === timeZone) return latest.day;
  const day = calendarDate(formatOf(timeZone).format(second * 1000));
  latest = { second, timeZone, day };
  return day;
};

/** Every step of a case asks what day it is, and asking the time zones takes as long as reckoning a tax. */
let latest: { readonly second: number; readonly timeZone: string; readonly day: CalendarDate } | undefined;

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // en-CA writes YYYY-MM-DD.
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format;
};

import { addDays, type CalendarDate, calendarDateIn } from "../kernel/day.ts";
import { type Instant, toInstant } from "../kernel/instant.ts";

/** The one clock of China; it has had no summer time since 1991, so a fixed offset is exact. */
const chinaOffsetMilliseconds = 8 * 3_600_000;

/** The calendar day of a moment in China. */
export const dayInChina = (instant: Instant): CalendarDate => calendarDateIn(instant, "Asia/Shanghai");

/** The first moment of a day in China. */
export const startOfDay = (day: CalendarDate): Instant =>
  toInstant(Date.parse(`${day}T00:00:00.000Z`) - chinaOffsetMilliseconds);

/** The first moment that no longer belongs to the day. */
export const endOfDay = (day: CalendarDate): Instant => startOfDay(addDays(day, 1));

/** `2030-01-31 08:00:00`, as Alipay and the daily bills write moments. */
export const chinaTime = (instant: Instant): string =>
  new Date(Date.parse(instant) + chinaOffsetMilliseconds).toISOString().slice(0, 19).replace("T", " ");

/** Reads `2030-01-31 08:00:00`; nothing when it is no such moment. */
export const readChinaTime = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const milliseconds = Date.parse(`${text.replace(" ", "T")}.000+08:00`);
  return Number.isNaN(milliseconds) ? undefined : toInstant(milliseconds);
};

/** `2030-01-31T08:00:00+08:00`, as WeChat Pay writes moments. */
export const chinaTimeWithOffset = (instant: Instant): string => `${chinaTime(instant).replace(" ", "T")}+08:00`;

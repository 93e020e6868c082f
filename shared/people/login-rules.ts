import type { CalendarDate } from "../kernel/calendar-date.ts";

/** What a bureau demands of everybody's login. */
export interface LoginRules {
  /**
   * From this day on a login by one factor is no longer taken; for the month before, people are told so with each answer.
   * Absent: one factor does, except where an act asks for more.
   */
  readonly twoFactorFrom?: CalendarDate;
}

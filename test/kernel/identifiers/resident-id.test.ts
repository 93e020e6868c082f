import { describe, expect, test } from "vitest";
import { calendarDate } from "../../../shared/kernel/calendar-date.ts";
import { judgeResidentId, ResidentId, residentIdOn } from "../../../shared/kernel/identifiers/index.ts";

// The standard's own example, and numbers of an area in which nobody of that birthday lives.
describe("resident identity number, GB 11643-1999", () => {
  test.each([
    ["the standard's example, with X", "11010519491231002X"],
    ["first day of the calendar", "450202190001010014"],
    ["a county that no longer exists", "45220119000101001X"],
  ])("%s", (_, number) => {
    expect(judgeResidentId(number)).toBeUndefined();
  });

  test.each([
    ["29 February of 1900, with a right check digit", "450203190002290018", "wrong-birthday"],
    ["another check digit", "450202190001010015", "wrong-check-digit"],
    ["lower-case x", "11010519491231002x", "wrong-character"],
    ["the multiplication sign for X", "11010519491231002×", "wrong-character"],
    ["an X elsewhere", "1101051949123100X2", "wrong-character"],
    ["fifteen digits of the old form", "110105491231002", "wrong-length"],
    ["no province", "010105194912310020", "unknown-division"],
    ["full-width digits", "1101051949123100\uFF12X", "wrong-character"],
  ])("%s is refused", (_, number, fault) => {
    expect(judgeResidentId(number)?.code).toBe(fault);
  });

  test("every single wrong digit is caught", () => {
    const right = "11010519491231002X";
    const accepted = [...right].flatMap((_, position) =>
      [..."0123456789X"]
        .map((character) => right.slice(0, position) + character + right.slice(position + 1))
        .filter((number) => number !== right && judgeResidentId(number) === undefined),
    );
    expect(accepted).toEqual([]);
  });

  test("nobody is born after today", () => {
    const number = "450202202606010012";
    expect(ResidentId.safeParse(number).success).toBe(true);
    expect(residentIdOn(calendarDate("2026-06-01")).safeParse(number).success).toBe(true);
    expect(residentIdOn(calendarDate("2026-05-31")).safeParse(number).success).toBe(false);
  });

  test("the fault does not repeat the number", () => {
    expect(JSON.stringify(judgeResidentId("450202190001010015"))).not.toMatch(/\d{4}/);
  });
});

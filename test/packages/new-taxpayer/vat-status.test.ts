import { describe, expect, test } from "vitest";
import { calendarDate } from "../../../shared/kernel/calendar-date.ts";
import { yuan } from "../../../shared/kernel/money.ts";
import { type VatStatusFacts, vatStatusOf } from "../../../shared/packages/new-taxpayer/rules/vat-status.ts";

const on = (facts: Partial<VatStatusFacts>, date: string) =>
  vatStatusOf({ industryCodes: ["6513"], declaredActivities: [], ...facts }, calendarDate(date));

describe("general VAT status of a newcomer", () => {
  test.each<[string, Partial<VatStatusFacts>, string]>([
    ["no sales yet", {}, "small-scale"],
    // STA Announcement [2026] No. 2: above 5,000,000 in twelve months
    ["sales at the standard", { sales: yuan("5000000") }, "small-scale"],
    ["a fen above it", { sales: yuan("5000000.01") }, "sales"],
    // petrol stations, whatever the turnover
    ["a petrol station", { industryCodes: ["5265"] }, "industry"],
    ["a petrol station as its second trade", { industryCodes: ["5229", "5265"] }, "industry"],
    ["retail of gas for cars is no petrol station", { industryCodes: ["5266"] }, "small-scale"],
    ["state grain trade", { declaredActivities: ["state-grain-trade"] }, "industry"],
    ["air transport with consolidated payment", { declaredActivities: ["consolidated-air-transport"] }, "industry"],
    ["chosen", { wish: {} }, "choice"],
    ["chosen by who must anyway", { wish: {}, industryCodes: ["5265"] }, "industry"],
  ])("%s", (_, facts, expected) => {
    const result = on(facts, "2026-11-23");
    expect(result.status === "general" ? result.grounds : result.status).toBe(expected);
  });

  test.each<[string, VatStatusFacts["wish"], string, string]>([
    ["2026: from the first day of the period of registration", {}, "2026-11-23", "2026-11-01"],
    ["2026: the next period is no longer a choice", { start: "next-period" }, "2026-01-01", "2026-01-01"],
    ["2025: this period, chosen", { start: "current-period" }, "2025-12-31", "2025-12-01"],
    ["2025: the next period, chosen", { start: "next-period" }, "2025-12-31", "2026-01-01"],
    ["2024, in January", { start: "next-period" }, "2024-01-31", "2024-02-01"],
  ])("%s", (_, wish, date, expected) => {
    expect(on(wish ? { wish } : {}, date)).toMatchObject({ effectiveFrom: expected });
  });

  test("who must be general cannot put it off", () => {
    const facts = { industryCodes: ["5265"], wish: { start: "next-period" as const } };
    expect(on(facts, "2025-12-31")).toMatchObject({ effectiveFrom: "2025-12-01" });
  });

  test("the law of the day is named", () => {
    expect(on({}, "2025-12-31").law).toEqual(["general-status.sales@2018-05-01", "general-status.trades@2018-05-01"]);
    expect(on({}, "2026-01-01").law).toEqual(["general-status.sales@2026-01-01", "general-status.trades@2026-01-01"]);
  });

  test("a day without law is refused, never guessed", () => {
    expect(() => on({}, "2018-04-30")).toThrow("No law general-status.sales on 2018-04-30");
  });
});

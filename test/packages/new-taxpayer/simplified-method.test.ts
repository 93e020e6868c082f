import { describe, expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "../../../shared/kernel/calendar-date.ts";
import {
  electionOf,
  type SimplifiedMethodFacts,
} from "../../../shared/packages/new-taxpayer/rules/simplified-method.ts";

const day = (text: string): CalendarDate => calendarDate(text);

const builder: SimplifiedMethodFacts = {
  item: "construction-labour-only",
  industryCodes: ["4710"],
  generalFrom: day("2026-01-01"),
};

const outcome = (facts: Partial<SimplifiedMethodFacts>, date: string): string => {
  const result = electionOf({ ...builder, ...facts }, day(date));
  if (result.kind === "refused") return result.code;
  return result.review.length > 0 ? "officer" : "eligible";
};

describe("election of the simplified method", () => {
  // MOF STA Announcement [2026] No. 10: labour-only and old projects from 2026-01-01 to 2027-12-31; employer-supplied stopped.
  test.each<[string, Partial<SimplifiedMethodFacts>, string, string]>([
    ["labour-only, first day of the announcement", {}, "2026-01-01", "eligible"],
    ["labour-only, last day", {}, "2027-12-31", "eligible"],
    ["labour-only, the day after", {}, "2028-01-01", "officer"],
    ["labour-only, under the law before", { generalFrom: day("2025-12-01") }, "2025-12-31", "eligible"],
    [
      "old project, contract begun on its last day",
      { item: "construction-old-project", contractBegunOn: day("2016-04-30") },
      "2026-06-01",
      "eligible",
    ],
    [
      "old project, a day later",
      { item: "construction-old-project", contractBegunOn: day("2016-05-01") },
      "2026-06-01",
      "contract-too-late",
    ],
    ["old project, no day", { item: "construction-old-project" }, "2026-06-01", "contract-date-missing"],
    [
      "employer-supplied, last day",
      { item: "construction-employer-supplied", generalFrom: day("2025-12-01") },
      "2025-12-31",
      "eligible",
    ],
    ["employer-supplied, stopped", { item: "construction-employer-supplied" }, "2026-01-01", "item-closed"],
    ["sand, last day of the old list", { item: "sand-and-stone", industryCodes: ["1012"] }, "2025-12-31", "eligible"],
    [
      "sand, not known whether it survives",
      { item: "sand-and-stone", industryCodes: ["1012"] },
      "2026-01-01",
      "officer",
    ],
    ["sand by a builder", { item: "sand-and-stone" }, "2025-12-31", "industry-does-not-fit"],
    ["labour-only by a shop", { industryCodes: ["5229"] }, "2026-06-01", "industry-does-not-fit"],
    ["labour-only as a further industry", { industryCodes: ["5229", "4999"] }, "2026-06-01", "eligible"],
    ["before general status begins", { from: day("2025-12-31") }, "2026-06-01", "before-general-status"],
    // 36 months from 2026-02-01 end on 2029-01-31
    ["36 months", { from: day("2026-02-01"), until: day("2029-01-31") }, "2026-06-01", "eligible"],
    [
      "a day short of 36 months",
      { from: day("2026-02-01"), until: day("2029-01-30") },
      "2026-06-01",
      "shorter-than-the-lock",
    ],
    ["longer than 36 months", { from: day("2026-02-01"), until: day("2030-12-31") }, "2026-06-01", "eligible"],
  ])("%s", (_, facts, date, expected) => {
    expect(outcome(facts, date)).toBe(expected);
  });

  test("a small-scale taxpayer has nothing to elect", () => {
    const { generalFrom: _generalFrom, ...smallScale } = builder;
    expect(electionOf(smallScale, day("2026-06-01"))).toMatchObject({
      kind: "refused",
      code: "not-a-general-taxpayer",
    });
  });

  test("rate, days and law of an election", () => {
    expect(electionOf(builder, day("2026-06-01"))).toEqual({
      kind: "eligible",
      election: { item: "construction-labour-only", ratePercent: "3", from: "2026-01-01", to: "2028-12-31" },
      review: [],
      law: ["simplified-method.construction-labour-only@2026-01-01", "simplified-method.lock@2009-01-01"],
    });
  });

  test("no rate is claimed where no law is known", () => {
    expect(electionOf(builder, day("2028-01-01"))).toMatchObject({
      election: { item: "construction-labour-only", from: "2026-01-01", to: "2028-12-31" },
    });
    expect(electionOf(builder, day("2028-01-01"))).not.toHaveProperty("election.ratePercent");
  });
});

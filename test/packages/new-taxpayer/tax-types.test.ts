import { describe, expect, test } from "vitest";
import { calendarDate } from "../../../shared/kernel/calendar-date.ts";
import { type TaxTypeFacts, taxTypesOf } from "../../../shared/packages/new-taxpayer/rules/tax-types.ts";

const on = (facts: Partial<TaxTypeFacts>) =>
  taxTypesOf(
    {
      creditCode: "91450203EX0000010X",
      kind: "company",
      industryCodes: ["6513"],
      declaredActivities: [],
      isGeneral: false,
      ...facts,
    },
    calendarDate("2026-11-23"),
  );

const written = (facts: Partial<TaxTypeFacts>): string[] =>
  on(facts).taxTypes.map(({ code, period }) => `${code}/${period}`);

describe("tax types by form, status and industry", () => {
  test("small-scale company: VAT and its surcharges by the quarter", () => {
    expect(written({})).toEqual([
      "vat/quarter",
      "urban-maintenance/quarter",
      "education-surcharge/quarter",
      "local-education-surcharge/quarter",
      "stamp-duty/quarter",
      "enterprise-income-tax/quarter",
      "withheld-income-tax/month",
    ]);
  });

  test.each<[string, Partial<TaxTypeFacts>, string]>([
    ["general: by the month", { isGeneral: true }, "vat/month"],
    ["small-scale, by the month on request", { periodWish: "month" }, "vat/month"],
    ["general: no choice", { isGeneral: true, periodWish: "quarter" }, "vat/month"],
    ["sole proprietor: income of a person", { kind: "sole-proprietor" }, "business-income-tax/quarter"],
    ["branch: with its head office", { kind: "branch" }, "enterprise-income-tax-branch/quarter"],
    ["cooperative", { kind: "cooperative" }, "enterprise-income-tax/quarter"],
  ])("%s", (_, facts, expected) => {
    expect(written(facts)).toContain(expected);
  });

  test("a sole proprietor pays no enterprise income tax", () => {
    expect(written({ kind: "sole-proprietor" }).filter((tax) => tax.startsWith("enterprise"))).toEqual([]);
  });

  test.each<[string, Partial<TaxTypeFacts>, readonly string[]]>([
    ["software", {}, []],
    ["brewery", { industryCodes: ["1512"] }, ["consumption-tax"]],
    ["soft drinks are no liquor", { industryCodes: ["1522"] }, []],
    ["mine", { industryCodes: ["0610"] }, ["resource-tax"]],
    ["services to mines are none", { industryCodes: ["1110"] }, []],
    ["sewage works", { industryCodes: ["4620"] }, ["environmental-tax"]],
    ["steel", { industryCodes: ["3120"] }, ["environmental-tax"]],
    ["advertising", { industryCodes: ["7251"] }, ["cultural-construction-fee"]],
    ["song hall as a second trade", { industryCodes: ["6210", "9011"] }, ["cultural-construction-fee"]],
    ["declared", { declaredActivities: ["mining"] }, ["resource-tax"]],
    ["two at once", { industryCodes: ["2511"] }, ["consumption-tax", "environmental-tax"]],
    // Divisions of Liuzhou are 4502..., of Nanning 4501...
    [
      "branch, head office in Liuzhou",
      { kind: "branch", headOfficeCreditCode: "91450202EX0001106X" },
      ["same-city-branch"],
    ],
    ["branch, head office in Nanning", { kind: "branch", headOfficeCreditCode: "91450103EX0001110X" }, []],
    ["a company is no branch", { kind: "company", headOfficeCreditCode: "91450202EX0001106X" }, []],
  ])("an officer determines: %s", (_, facts, review) => {
    expect(on(facts).review).toEqual(review);
  });
});

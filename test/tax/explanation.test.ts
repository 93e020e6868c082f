import { describe, expect, test } from "vitest";
import { calendarDate } from "../../shared/kernel/day.ts";
import { compareFilingDates } from "../../shared/tax/estimate.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import { assessSale, lineOf, sale } from "./facts.ts";

const short = { "/acquisition/titleDate": "2024-06-02", "/acquisition/deedTaxDate": null };

describe("an explanation", () => {
  test("tells a relief that failed by a day, in both languages", () => {
    const [shortfall] = lineOf(assessSale(short), "vat").shortfalls;
    expect(shortfall).toEqual({
      code: "held-short",
      zh: "2026-06-02方满2年,申报日2026-06-01还差1天。",
      en: "One day short of 2 years: they are full on 2026-06-02, the filing day is 2026-06-01.",
    });
  });

  test("tells how far an area lies above the limit", () => {
    const line = lineOf(assessSale({ "/property/areaSquareMetres": "140.01" }), "deed-tax");
    expect(line.shortfalls[0]?.en).toBe("0.01 m² above the limit of 140 m², so not at 1%.");
  });

  test("prints the formula, base, rate and relief of each tax", () => {
    const line = lineOf(assessSale(short), "urban-maintenance-tax");
    expect(line).toMatchObject({
      base: { amount: "30000.00", formula: "30000.00" },
      rate: "7%",
      relief: { id: "six-taxes-two-fees", kind: "part-collected", value: "50%" },
      formula: "round(30000.00 × 7% × 50%)",
      amount: "1050.00",
    });
  });

  test("says which law is unverified wherever it was used, and only there", () => {
    const assessment = assessSale({ "/families/1/declared/otherHomesInQueryArea": 2 });
    const unverified = new Set(assessment.law.filter(({ status }) => status === "unverified").map(({ id }) => id));
    expect(unverified.has("liuzhou.deed-tax-base-rate@2021-09-01")).toBe(true);
    for (const line of assessment.lines) {
      const doubts = line.explanation.filter(({ code }) => code === "unverified-law");
      expect(doubts.length).toBe(line.law.filter((id) => unverified.has(id)).length);
    }
  });

  test("names every law entry that a line used, with act, article and days", () => {
    const assessment = assessSale(short);
    const known = new Map(assessment.law.map((entry) => [entry.id, entry]));
    for (const line of assessment.lines) for (const id of line.law) expect(known.has(id)).toBe(true);
    expect(known.get("turnover.home@2026-01-01")).toMatchObject({
      act: { zh: "财政部 税务总局公告2025年第17号" },
      from: "2026-01-01",
      to: null,
      status: "confirmed",
      confirmedOn: "2026-11-23",
    });
  });

  test("carries where each fact came from", () => {
    const origin = { source: "real-estate-register", query: "Q-1", at: "2026-06-01T01:00:00.000Z" };
    const { facts } = assessSale({ "/origins": { "/acquisition/titleDate": origin } });
    expect(facts.find(({ path }) => path === "/acquisition/titleDate")).toEqual({
      path: "/acquisition/titleDate",
      value: "2022-01-10",
      origin,
    });
    expect(facts.find(({ path }) => path === "/sale/declaredPrice")).not.toHaveProperty("origin");
  });

  test("lists what is missing, for which taxes, beside what is certain", () => {
    const { missing, totals, lines } = assessSale({
      "/property/areaSquareMetres": "(absent)",
      "/acquisition/price": "(absent)",
    });
    expect(missing.map(({ path, taxes }) => [path, taxes])).toEqual([
      ["/acquisition/price", ["income-tax"]],
      ["/property/areaSquareMetres", ["deed-tax"]],
    ]);
    expect(missing[1]?.label).toEqual({ zh: "建筑面积", en: "floor area" });
    expect(totals.isComplete).toBe(false);
    expect(lines.filter(({ amount }) => amount === null).map(({ tax }) => tax)).toEqual(["income-tax", "deed-tax"]);
  });

  test("shows both sums while nobody has decided between the declared and the assessed price", () => {
    const { outcome, alternatives } = assessSale({ "/sale/assessedPrice": "1130000.00" });
    expect(outcome).toBe("incomplete");
    expect(alternatives.map(({ code, totals }) => [code, totals.all])).toEqual([
      ["alternative-declared-price", "54700.00"],
      ["alternative-assessed-price", "75700.00"],
    ]);
  });

  test("warns of a mortgage or a seizure", () => {
    const { warnings } = assessSale({ "/property/restrictions": ["mortgage", "seizure"] });
    expect(warnings.map(({ code }) => code)).toEqual(["restriction-mortgage", "restriction-seizure"]);
  });
});

describe("two filing days", () => {
  const days = (...texts: string[]) => texts.map(calendarDate);

  test("file after 1 January and pay less", () => {
    const facts = sale({ "/sale/declaredPrice": "1050000.00", ...short, "/acquisition/titleDate": "2025-06-01" });
    const comparison = compareFilingDates(facts, days("2026-01-01", "2025-12-31"), { locality: liuzhou });
    // 5 %: 50,000.00 + 3,000.00 + (1,000,000 - 808,000 - 3,000) × 20 % = 37,800.00 + 10,000.00
    // 3 %: 30,582.52 + 1,834.96 + (1,019,417.48 - 808,000 - 1,834.96) × 20 % = 41,916.50 + 10,194.17
    expect(comparison.options.map(({ filingDate, assessment }) => [filingDate, assessment.totals.all])).toEqual([
      ["2025-12-31", "100800.00"],
      ["2026-01-01", "84528.15"],
    ]);
    expect(comparison).toMatchObject({ cheapest: "2026-01-01", saving: "16271.85" });
  });

  test("the earlier day wins where both cost the same", () => {
    const comparison = compareFilingDates(sale(), days("2026-02-01", "2026-03-01"), { locality: liuzhou });
    expect(comparison).toMatchObject({ cheapest: "2026-02-01", saving: "0.00" });
  });

  test("no day is called cheapest while some tax is open", () => {
    const facts = sale({ "/property/areaSquareMetres": "(absent)" });
    const comparison = compareFilingDates(facts, days("2025-12-31", "2026-01-01"), { locality: liuzhou });
    expect(comparison).toMatchObject({ cheapest: null, saving: null });
  });
});

import { describe, expect, test } from "vitest";
import { addDays, calendarDate } from "../../shared/kernel/day.ts";
import { percent } from "../../shared/kernel/fraction.ts";
import { nationalLaw } from "../../shared/tax/law/index.ts";
import { cite, entryOn, timeline, type WrittenEntry } from "../../shared/tax/law/timeline.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import { defineLocality, type IncomeTaxPolicy, timelinesOf } from "../../shared/tax/locality.ts";
import { assessSale, lineOf } from "./facts.ts";

const entry = (from: string, to: string | null, value = 1): WrittenEntry<number> => ({
  from,
  to,
  value,
  source: cite("示例法", "Example Act", "第一条", "art. 1"),
  confirmedOn: "2026-11-23",
});
const title = { zh: "示例", en: "Example" };
const define = (...entries: readonly WrittenEntry<number>[]) => timeline("example", title, String, entries);

describe("a timeline", () => {
  test.each([
    ["a gap", [entry("2020-01-01", "2020-12-30"), entry("2021-01-01", null)], "gap"],
    ["an overlap", [entry("2020-01-01", "2021-01-01"), entry("2021-01-01", null)], "overlaps"],
    ["an entry after an open end", [entry("2020-01-01", null), entry("2021-01-01", null)], "overlaps"],
    ["entries out of order", [entry("2021-01-01", "2021-12-31"), entry("2020-01-01", "2020-12-31")], "overlaps"],
    ["an end before its beginning", [entry("2020-01-02", "2020-01-01")], "ends before"],
    ["a day that does not exist", [entry("2021-02-29", null)], "Not a calendar day"],
    ["nothing", [], "no entry"],
  ])("with %s is refused at load", (_, entries, reason) => {
    expect(() => define(...entries)).toThrow(reason);
  });

  test("without a citation is refused at load", () => {
    expect(() => define({ ...entry("2020-01-01", null), source: cite("", "", "", "") })).toThrow("cites nothing");
  });

  test("gives the entry of the day, both ends included, and none outside", () => {
    const law = define(entry("2020-01-01", "2020-12-31", 1), entry("2021-01-01", "2021-12-31", 2));
    const valueOn = (day: string) => entryOn(law, calendarDate(day))?.value;
    expect(["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"].map(valueOn)).toEqual([
      undefined,
      1,
      1,
      2,
      2,
      undefined,
    ]);
  });
});

describe("the law that we hold", () => {
  const all = [...nationalLaw, ...timelinesOf(liuzhou)];

  test("cites act and article in both languages, and says when it was confirmed or that it was not", () => {
    for (const { entries } of all) {
      for (const { source, status, confirmedOn } of entries) {
        for (const text of [source.act.zh, source.act.en, source.article.zh, source.article.en]) {
          expect(text).not.toBe("");
        }
        expect(confirmedOn === null).toBe(status === "unverified");
      }
    }
  });

  test("names each timeline once", () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("covers every day of the law from its first one, but for what the nation leaves to the place for some years", () => {
    for (const law of all) {
      if (law.id === "liuzhou.relief") continue;
      expect([law.id, (law.entries[0]?.from ?? "") <= "2016-02-22"]).toEqual([law.id, true]);
      expect(law.entries.at(-1)?.to).toBeNull();
    }
  });

  test("assesses on each day on which any law changes, and on the days beside it", () => {
    const days = new Set(all.flatMap(({ entries }) => entries.map(({ from }) => from)));
    for (const day of days) {
      for (const near of [addDays(day, -1), day, addDays(day, 1)]) {
        if (near < "2016-02-22") continue;
        const changes = {
          "/filingDate": near,
          "/acquisition/titleDate": "2008-01-01",
          "/acquisition/deedTaxDate": null,
        };
        expect(assessSale(changes).outcome).toBe("assessed");
      }
    }
  });
});

describe("a place", () => {
  test("with a division for which a table has no value is refused at load", () => {
    const divisions = { ...liuzhou.divisions, "450299": { zh: "某区", en: "Some" } };
    expect(() => defineLocality({ ...liuzhou, divisions })).toThrow("no tier for 450299");
    expect(() => defineLocality({ ...liuzhou, divisions: { "110101": title } })).toThrow("outside the province");
  });

  test("replaces its rates without a change to any rule", () => {
    const source = cite("某地规定", "Local rule", "第一条", "art. 1");
    const elsewhere = defineLocality({
      ...liuzhou,
      id: "elsewhere",
      deedTaxBaseRate: timeline("elsewhere.deed-tax-base-rate", title, String, [
        { from: "2016-02-22", to: null, value: percent("4"), source, confirmedOn: "2026-11-23" },
      ]),
    });
    const third = { "/families/1/declared/otherHomesInQueryArea": 2 };
    expect(lineOf(assessSale(third), "deed-tax").amount).toBe("30900.00");
    expect(lineOf(assessSale(third, elsewhere), "deed-tax").amount).toBe("41200.00");
  });

  test("may let the taxpayer choose the deemed method", () => {
    const source = cite("某地规定", "Local rule", "第一条", "art. 1");
    const choosing = defineLocality({
      ...liuzhou,
      incomeTaxPolicy: timeline<IncomeTaxPolicy>("choosing.policy", title, String, [
        { from: "2016-02-22", to: null, value: "taxpayer-may-choose", source, confirmedOn: "2026-11-23" },
      ]),
    });
    const asked = { "/incomeTaxMethod": "deemed" };
    expect(lineOf(assessSale(asked), "income-tax").amount).toBe("44400.00");
    expect(lineOf(assessSale(asked, choosing), "income-tax").amount).toBe("10300.00");
    expect(lineOf(assessSale({}, choosing), "income-tax").amount).toBe("44400.00");
  });

  test("may tolerate a declared price somewhat below the assessed one", () => {
    const source = cite("某地规定", "Local rule", "第一条", "art. 1");
    const tolerant = defineLocality({
      ...liuzhou,
      priceTolerance: timeline("tolerant.price-tolerance", title, String, [
        { from: "2016-02-22", to: null, value: percent("10"), source, confirmedOn: "2026-11-23" },
      ]),
    });
    // 1,030,000 is nine tenths of 1,144,444.44.
    const just = assessSale({ "/sale/assessedPrice": "1144444.44" }, tolerant);
    expect(just.taxablePrice).toBe("1030000.00");
    expect(assessSale({ "/sale/assessedPrice": "1144444.45" }, tolerant).missing.map(({ path }) => path)).toEqual([
      "/sale/priceDecision",
    ]);
  });
});

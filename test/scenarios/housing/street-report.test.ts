import { expect, test } from "vitest";
import { families } from "../../../infra/local/demo/street/families.ts";
import { familiesNamed } from "../../../infra/local/demo/street/play-street.ts";
import { isAsTold } from "../../../infra/local/demo/street/run-street.ts";
import { brokenOff, reportOf, type StreetFamily } from "../../../infra/local/demo/street/street-family.ts";

const [family] = families;
if (!family) throw new Error("nobody lives there");
const lived = (got: StreetFamily["got"]): StreetFamily => ({ ...brokenOff(family, "internal-error"), got });

const asExpected = family.expected;

test.each<[string, StreetFamily["got"], boolean]>([
  ["what was expected", asExpected, true],
  ["another sum", { ...asExpected, payments: ["buyer-1 deed-tax 4400.01"] }, false],
  ["something beside it", { ...asExpected, surcharge: "0.01" }, false],
  ["a play that broke off", { brokenOff: "internal-error" }, false],
])("a family that got %s", (_, got, isAsExpected) => {
  expect(isAsTold(lived(got))).toBe(isAsExpected);
});

test("what differs is shown beside what was expected", () => {
  const report = reportOf(lived({ brokenOff: "internal-error" }), false, "zh");
  expect(report).toContain("NOT AS EXPECTED");
  expect(report).toContain(JSON.stringify(family.expected));
  expect(report).toContain('{"brokenOff":"internal-error"}');
  expect(report).toContain(family.story.zh);
});

test("one family may be played alone, and a stranger is named", () => {
  expect(familiesNamed("plain,paid-late").map(({ id }) => id)).toEqual(["plain", "paid-late"]);
  expect(() => familiesNamed("plain,nobody")).toThrow("No family nobody in the street");
});

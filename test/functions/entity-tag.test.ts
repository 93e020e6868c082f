import { expect, test } from "vitest";
import { contentTag, matchesNone, readIfMatch, versionTag } from "../../functions/wiring/entity-tag.ts";

test.each([
  ['"7"', 7],
  [' "12" ', 12],
  ['W/"7"', 7],
  [versionTag(3), 3],
])("%s names its version", (header, version) => {
  expect(readIfMatch(header)).toBe(version);
});

test.each([
  [undefined, "if-match-missing"],
  ["", "if-match-missing"],
  ["7", "if-match-invalid"],
  ["*", "if-match-invalid"],
  ['"7", "8"', "if-match-invalid"],
  ['"07"', "if-match-invalid"],
  ['"-1"', "if-match-invalid"],
  ['"1e3"', "if-match-invalid"],
  ['"99999999999999999999"', "if-match-invalid"],
  [contentTag("{}"), "if-match-invalid"],
])("%s is refused", (header, code) => {
  expect(() => readIfMatch(header)).toThrow(expect.objectContaining({ code }));
});

test.each([
  [undefined, false],
  ['"7"', true],
  ['W/"7"', true],
  ['"6", "7"', true],
  ["*", true],
  ['"6"', false],
  ["7", false],
])("If-None-Match %s", (header, matches) => {
  expect(matchesNone(header, '"7"')).toBe(matches);
});

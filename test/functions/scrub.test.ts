import { expect, test, vi } from "vitest";
import { log } from "../../functions/wiring/log.ts";
import { scrub } from "../../functions/wiring/scrub.ts";

test.each([
  ["an identity number", "no record of 45029919880229991X here", "no record of [identity number] here"],
  ["one in a path", "/v1/cases/450299198802299914/timeline", "/v1/cases/[identity number]/timeline"],
  ["a telephone number", "call 13812349876", "call [telephone]"],
  ["one with its country", "call +8613812349876", "call [telephone]"],
  ["a card", "6222009999888877776", "[account]"],
  ["a credit code", "91450203MA5XXXXX0A", "[credit code]"],
  ["a name and an address", "甄例密 at 柳州市例密路", "[text] at [text]"],
  ["an id of ours", "00abcdefghjkmnpqrstvwxyz12", "00abcdefghjkmnpqrstvwxyz12"],
  ["a request's id", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"],
  ["a moment", "2030-01-31T02:00:00.000Z", "2030-01-31T02:00:00.000Z"],
])("%s", (_, text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed);
});

test("every line of the log is scrubbed, whatever field it stands in", () => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  log("ERROR", "FAILED", { at: "at 甄例密", error: "450299198802299914", milliseconds: 12.5 });
  spy.mockRestore();
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { code: "FAILED", level: "ERROR", at: "at [text]", error: "[identity number]", milliseconds: 12.5 },
  ]);
});

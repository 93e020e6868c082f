import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { undisturbed } from "../faults/lab/fate.ts";
import { tryOut } from "../faults/lab/laboratory.ts";
import { laboratoryStories } from "../faults/lab/stories.ts";
import { hostileTexts, mark } from "../fuzz/support/hostile-text.ts";

const smuggled = hostileTexts.filter((text) => text.includes(mark)).join(" ");

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

test("a text that is kept in a case stands in no event, no key, no open attribute, no log line and no act's key", async () => {
  const corrected = laboratoryStories.corrected ?? expect.fail();
  const turns = (corrected.turns ?? []).map((turn) =>
    turn.happens.kind === "request" ? { ...turn, happens: { ...turn.happens, reason: smuggled } } : turn,
  );
  const left = await tryOut({ stories: [{ ...corrected, turns }], fate: undisturbed, seed: 1 });
  expect(left.cases.map(({ status }) => status)).toEqual(["completed"]);
  expect(JSON.stringify(left.cases)).toContain(mark);
  expect(JSON.stringify(left.bus)).not.toContain(mark);
  expect(JSON.stringify(left.records)).not.toContain(mark);
  expect(JSON.stringify(left.acts.map(({ key }) => key))).not.toContain(mark);
  expect(lines.join("\n")).not.toContain(mark);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log, traceOf } from "../../functions/wiring/log.ts";
import { visibleText } from "../../shared/kernel/visible-text.ts";
import { hostileTexts, mark } from "../fuzz/support/hostile-text.ts";
import { fc } from "../support/properties.ts";

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.stubEnv("AWS_LAMBDA_LOG_LEVEL", "INFO");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const controls = /[\u0000-\u001f\u007f-\u009f]/;
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts, "\u001b[2J\u001b]0;owned\u0007"),
  fc.string({ unit: "binary" }),
);

test("whatever is logged is one object on one line, without a control character", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      lines.length = 0;
      log("INFO", "TRIED", { text });
      expect(lines).toHaveLength(1);
      const [line = ""] = lines;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON writes those below a space as escapes
      expect(line).not.toMatch(/[\u0000-\u001f]/);
      expect(JSON.parse(line)).toMatchObject({ code: "TRIED", level: "INFO" });
    }),
  );
});

test.each(hostileTexts.filter((text) => text.includes(mark)))(
  "an error that says %j is logged without its words",
  (text) => {
    log("ERROR", "FAILED", traceOf(new Error(text, { cause: new Error(text) })));
    expect(lines.join("\n")).not.toContain(mark);
  },
);

test("what a terminal is shown orders it to nothing and reads in one direction", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = visibleText(text);
      expect(shown).not.toMatch(controls);
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
  expect(visibleText("柳州市 first\nsecond")).toBe("柳州市 first second");
});

import { expect, test } from "vitest";
import { preferredLanguage } from "../../shared/api/language.ts";

test.each([
  [undefined, "zh"],
  ["", "zh"],
  ["en", "en"],
  ["en-GB", "en"],
  ["EN-us,en;q=0.9", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en;q=0.8,zh;q=0.9", "zh"],
  ["en;q=0.9,zh;q=0.8", "en"],
  ["zh;q=0,en", "en"],
  ["en;q=0", "zh"],
  ["fr-FR,fr;q=0.9", "zh"],
  ["fr,en;q=0.3", "en"],
  ["*", "zh"],
  ["fr,*;q=0.5", "zh"],
  ["en;q=2", "zh"],
  ["en;q=nonsense", "zh"],
  [";;;,,,", "zh"],
  ["x".repeat(100_000), "zh"],
])("%s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

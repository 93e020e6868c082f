import { expect, test } from "vitest";
import * as z from "zod";
import { checkFields } from "../../shared/kernel/check-fields.ts";

const Sale = z.strictObject({
  name: z.string().max(5),
  parts: z.array(z.strictObject({ share: z.int().min(1).max(100) })).min(1),
  kind: z.enum(["home", "shop"]),
  note: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  day: z
    .string()
    .refine((text) => text === "today", { params: { code: "not-today", zh: "须为今天", en: "This must be today" } })
    .optional(),
});
const sound = { name: "一窗", parts: [{ share: 1 }], kind: "home" };

test("a sound value is parsed", () => {
  expect(checkFields(Sale, sound)).toEqual({ isValid: true, value: sound });
});

test.each([
  ["a missing field", { ...sound, name: undefined }, "/name", "missing"],
  ["a missing field of a list", { ...sound, parts: [{}] }, "/parts/0/share", "missing"],
  ["a number for text", { ...sound, name: 1 }, "/name", "wrong-type"],
  ["null for text", { ...sound, name: null }, "/name", "wrong-type"],
  ["text for a list", { ...sound, parts: "all" }, "/parts", "wrong-type"],
  ["a fraction for a whole number", { ...sound, parts: [{ share: 1.5 }] }, "/parts/0/share", "wrong-type"],
  ["a text above its length", { ...sound, name: "123456" }, "/name", "too-long"],
  ["a list below its length", { ...sound, parts: [] }, "/parts", "too-short"],
  ["a number above its limit", { ...sound, parts: [{ share: 101 }] }, "/parts/0/share", "too-large"],
  ["a number below its limit", { ...sound, parts: [{ share: 0 }] }, "/parts/0/share", "too-small"],
  ["a value that is none of those allowed", { ...sound, kind: "boat" }, "/kind", "not-allowed"],
  ["a text of another form", { ...sound, note: "A1" }, "/note", "wrong-format"],
  ["an unknown field", { ...sound, admin: true }, "/admin", "unknown-field"],
  ["an unknown field that is no name, which is not repeated", { ...sound, "a/b~c": 1 }, "/*", "unknown-field"],
  ["a number in a field's place, likewise", { ...sound, "450299198802299914": 1 }, "/*", "unknown-field"],
  ["an unknown field of a part", { ...sound, parts: [{ share: 1, tax: 0 }] }, "/parts/0/tax", "unknown-field"],
  ["a rule with its own sentence", { ...sound, day: "tomorrow" }, "/day", "not-today"],
  ["no object at all", [], "", "wrong-type"],
])("%s", (_, value, path, code) => {
  const checked = checkFields(Sale, value);
  expect(checked.isValid ? [] : checked.fields.map((field) => [field.path, field.code])).toEqual([[path, code]]);
});

test("a schema's own sentence reaches the person", () => {
  const checked = checkFields(Sale, { ...sound, day: "tomorrow" });
  expect(checked.isValid ? undefined : checked.fields[0]?.reason).toEqual({ zh: "须为今天", en: "This must be today" });
});

test("the pointer starts where the value stands", () => {
  const checked = checkFields(Sale, { ...sound, kind: 1 }, "/answers");
  expect(checked.isValid ? undefined : checked.fields[0]?.path).toBe("/answers/kind");
});

test("thousands of mistakes do not make a large answer", () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`.padEnd(500, "x"), 1]));
  const checked = checkFields(Sale, { ...sound, ...many });
  expect(JSON.stringify(checked).length).toBeLessThan(20_000);
});

test("nothing of what was sent stands in what is said about it", () => {
  const checked = checkFields(Sale, { ...sound, name: "a secret that is too long", kind: "secret kind" });
  expect(JSON.stringify(checked)).not.toContain("secret");
});

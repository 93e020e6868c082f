import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pack, unpack } from "../../shared/cases/packing/pack.ts";
import { words1 } from "../../shared/cases/packing/words-1.ts";
import { fc } from "../support/properties.ts";

const stored = { steps: { "licence-record": { status: "done", attempts: 1, round: 0 } }, early: {} };

test("whatever JSON can say comes back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

// Bytes as they lie in tables: whoever breaks these loses cases.
test.each([
  [
    "deflated, before there were words",
    "FcgxCsAgDAXQu/zZQrvmNqJ/KFiVJA5FcvfSN74Nc06DbLS7sBceyjK0/mOefRkEdXQiIbvzmW6QK0HH6hVyRiQwa3shO+ID",
  ],
  ["packed with the first words", "DqtGTKYRbhJhHREGVS3wxFELAA=="],
])("what was %s is still opened", (_, base64) => {
  expect(unpack(Buffer.from(base64, "base64"))).toEqual(stored);
});

test("the words that stored bytes build on have not changed by a character", () => {
  expect(createHash("sha256").update(words1).digest("hex")).toBe(
    "988fc960264bbb2167c55f501504edc9b7eefa4352d55d29fe81dae51fa2944c",
  );
});

test("the words say nothing of anybody: no number of a document, no day, no identifier", () => {
  expect(words1).not.toMatch(/\d{3}|[a-z0-9]*\d[a-z]+\d[a-z0-9]*/);
});

test.each([
  ["with words that nobody knows", Uint8Array.of(0b11110, 0)],
  ["in no way of ours", Uint8Array.of(0b00111, 0)],
])("bytes packed %s are refused", (_, bytes) => {
  expect(() => unpack(bytes)).toThrow("nothing unpacks");
});

import { expect, test } from "vitest";
import { openCursor, sealCursor } from "../../functions/wiring/cursor.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { aCaller, testSecret } from "../support/test-world.ts";

const hash = keyedHash(testSecret);
const scope = { list: "cases", caller: aCaller("one"), hash };
const from = JSON.stringify({ pk: "CASE#1", personSk: "2030-01-31T02:00:00.000Z#1" });

const refused = expect.objectContaining({ code: "cursor-invalid" });

test("a cursor leads back to where the page ended, and does not show it", () => {
  const cursor = sealCursor(from, scope);
  expect(openCursor(cursor, scope)).toBe(from);
  expect(cursor).toMatch(/^[\w-]+\.[0-9a-z]{26}$/);
});

test.each([
  ["of somebody else", { ...scope, caller: aCaller("two") }],
  ["of another list", { ...scope, list: "queue" }],
  ["made under another secret", { ...scope, hash: keyedHash("another secret of more than thirty-two characters") }],
])("a cursor %s is refused", (_, other) => {
  expect(() => openCursor(sealCursor(from, other), scope)).toThrow(refused);
});

test("a cursor changed in any one place is refused", () => {
  const cursor = sealCursor(from, scope);
  for (let place = 0; place < cursor.length; place += 1) {
    const changed = cursor.slice(0, place) + (cursor[place] === "A" ? "B" : "A") + cursor.slice(place + 1);
    expect(() => openCursor(changed, scope), `changed at ${place}`).toThrow(refused);
  }
});

test.each(["", ".", "x", "..", `${Buffer.from(from).toString("base64url")}.`, "%%%.%%%"])("%j is refused", (cursor) => {
  expect(() => openCursor(cursor, scope)).toThrow(refused);
});

import { expect, test } from "vitest";
import { maxBodyBytes, maxDepth, readBody } from "../../functions/wiring/read-body.ts";

const json = { "content-type": "application/json" };
const read = (body: string | undefined, more: { headers?: Record<string, string>; isBase64Encoded?: boolean } = {}) =>
  readBody({ headers: json, isBase64Encoded: false, ...(body !== undefined && { body }), ...more }, "required");

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString("base64");

test.each([
  ["an object", '{"a":[1,"一窗",null,true]}', { a: [1, "一窗", null, true] }],
  ["lines and tabs in a text", '{"a":"one\\n\\ttwo"}', { a: "one\n\ttwo" }],
  ["the deepest that is taken", nested(maxDepth), JSON.parse(nested(maxDepth))],
])("%s", (_, text, value) => {
  expect(read(text)).toEqual(value);
});

test.each([
  ["plain", "application/json"],
  ["with a charset", "application/json; charset=utf-8"],
  ["in capitals", "Application/JSON;charset=UTF-8"],
])("content type %s", (_, contentType) => {
  expect(read("{}", { headers: { "content-type": contentType } })).toEqual({});
});

test("a body that the gateway took for binary", () => {
  expect(read(base64('{"a":"一窗"}'), { isBase64Encoded: true })).toEqual({ a: "一窗" });
});

test.each([
  ["no body", undefined, "body-missing"],
  ["an empty body", "", "body-missing"],
  ["half an object", '{"a":', "json-invalid"],
  ["two values", "{}{}", "json-invalid"],
  ["a form", "a=1&b=2", "json-invalid"],
  ["single quotes", "{'a':1}", "json-invalid"],
  ["a trailing comma", '{"a":1,}', "json-invalid"],
  ["a number that is not finite", '{"a":1e999}', "json-invalid"],
  ["half a surrogate pair", '{"a":"\\ud800"}', "json-invalid"],
  ["a NUL character", '{"a":"\\u0000"}', "json-invalid"],
  ["an escape character in a name", '{"\\u001b[2J":1}', "json-invalid"],
  ["a prototype", '{"__proto__":{"isAdmin":true}}', "json-invalid"],
  ["a prototype deep inside", '{"a":[{"__proto__":1}]}', "json-invalid"],
  ["one level too deep", nested(maxDepth + 1), "json-too-deep"],
  ["ten thousand levels", nested(10_000), "json-too-deep"],
  ["one byte too many", JSON.stringify("x".repeat(maxBodyBytes - 1)), "body-too-large"],
])("%s", (_, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test("characters count as the bytes that they are", () => {
  expect(() => read(JSON.stringify("窗".repeat(maxBodyBytes / 3 + 1)))).toThrow(
    expect.objectContaining({ code: "body-too-large" }),
  );
});

test("bytes that are no UTF-8", () => {
  expect(() => read(base64(new Uint8Array([0x22, 0xff, 0x22])), { isBase64Encoded: true })).toThrow(
    expect.objectContaining({ code: "json-invalid" }),
  );
});

test.each([
  ["none", {}],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["text", { "content-type": "text/plain" }],
  ["another charset", { "content-type": "application/json; charset=gbk" }],
  ["another JSON", { "content-type": "application/json-patch+json" }],
  ["a boundary", { "content-type": "application/json; boundary=x" }],
  ["a compressed body", { ...json, "content-encoding": "gzip" }],
])("content type: %s", (_, headers) => {
  expect(() => read("{}", { headers })).toThrow(expect.objectContaining({ code: "content-type-unsupported" }));
});

test("where a body may be left out, none is an empty object", () => {
  expect(readBody({ headers: {}, isBase64Encoded: false }, "optional")).toEqual({});
});

test("what a parser says about a body goes nowhere", () => {
  try {
    read('{"idNumber": 9999 oops');
    expect.unreachable();
  } catch (error) {
    expect(error).not.toHaveProperty("cause");
    expect(String(error)).not.toContain("9999");
  }
});

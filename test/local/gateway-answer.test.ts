import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalWorld } from "../../infra/local/world.ts";
import { startQuietWorld } from "./support/quiet-world.ts";

let world: LocalWorld;
let reply: () => unknown;
beforeAll(async () => {
  const answer = async () => reply();
  world = await startQuietWorld({
    functions: { catalogue: answer, "case-changing": answer },
  });
});
afterAll(() => world.close());

const ask = (path = "/v1/health", init: RequestInit = {}): Promise<Response> => fetch(`${world.apiUrl}${path}`, init);

const expectRefusal = async (response: Response, status: number, message: string): Promise<void> => {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("apigw-requestid")).toMatch(/^[\w+/]{15}=$/);
  expect(await response.text()).toBe(JSON.stringify({ message }));
};

test("a structured answer is passed on: status, headers, cookies, body", async () => {
  reply = () => ({
    statusCode: 201,
    headers: { "Content-Type": "application/json", ETag: '"7"', "x-count": 3, "x-flag": true },
    cookies: ["one=1; HttpOnly", "two=2"],
    body: '{"一":1}',
  });
  const response = await ask();
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ 一: 1 });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/json",
    etag: '"7"',
    "x-count": "3",
    "x-flag": "true",
  });
  expect(response.headers.getSetCookie()).toEqual(["one=1; HttpOnly", "two=2"]);
});

test.each([
  ["a string", "done", "done"],
  ["an object without a status", { ok: true }, '{"ok":true}'],
  ["a list", [1, 2], "[1,2]"],
  ["nothing", undefined, "null"],
])("%s becomes a 200 of JSON", async (_, result, text) => {
  reply = () => result;
  const response = await ask();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe(text);
});

test("an encoded body is decoded", async () => {
  reply = () => ({
    statusCode: 200,
    headers: { "content-type": "image/png" },
    body: Buffer.from([0, 255, 1]).toString("base64"),
    isBase64Encoded: true,
  });
  expect(new Uint8Array(await (await ask()).arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]));
});

test("a body without a type is plain text", async () => {
  reply = () => ({ statusCode: 200, body: "hello" });
  expect((await ask()).headers.get("content-type")).toBe("text/plain;charset=UTF-8");
});

test("304 carries its tag and no body", async () => {
  reply = () => ({ statusCode: 304, headers: { etag: '"7"' } });
  const response = await ask();
  expect(response.status).toBe(304);
  expect(response.headers.get("etag")).toBe('"7"');
  expect(await response.text()).toBe("");
});

test.each([
  ["throws", () => Promise.reject(new Error("secret inside"))],
  ["has a status that is none", () => ({ statusCode: "soon" })],
  ["has a body that is no text", () => ({ statusCode: 200, body: { a: 1 } })],
  ["has a header that HTTP does not know", () => ({ statusCode: 200, headers: { "x-one": "a\nb" }, body: "" })],
  ["answers more than 6 MB", () => ({ statusCode: 200, body: "x".repeat(6 * 1024 * 1024 + 1) })],
])("a function that %s is an internal error", async (_, answer) => {
  reply = answer;
  await expectRefusal(await ask(), 500, "Internal Server Error");
});

test("a function that is too slow for the gateway", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  // A gateway of its own: on a slow machine so short a time would be too short for the others.
  const impatient = await startQuietWorld({
    functions: { catalogue: () => promise },
    integrationTimeoutMilliseconds: 300,
  });
  try {
    await expectRefusal(await fetch(`${impatient.apiUrl}/v1/health`), 503, "Service Unavailable");
  } finally {
    resolve();
    await impatient.close();
  }
});

test.each([
  ["an unknown path", "GET", "/v1/nothing"],
  ["a known path with another method", "DELETE", "/v1/health"],
  ["a method of no route", "OPTIONS", "/v1/health"],
  ["a slash too many at the end", "GET", "/v1/health/"],
  ["an empty parameter", "GET", "/v1/packages/"],
  ["an encoded slash, which separates like any other", "GET", "/v1/packages/a%2Fb"],
])("%s is not found", async (_, method, path) => {
  reply = () => "reached";
  await expectRefusal(await ask(path, { method }), 404, "Not Found");
});

test("a path that cannot be decoded is a bad request", async () => {
  await expectRefusal(await ask("/v1/packages/%zz"), 400, "Bad Request");
});

test("a body over 10 MB is too large, and so is one over what a function takes", async () => {
  reply = () => "reached";
  const post = (bytes: number) =>
    ask("/v1/housing/estimates", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "x".repeat(bytes),
    });
  await expectRefusal(await post(10 * 1024 * 1024 + 1), 413, "Request Entity Too Large");
  await expectRefusal(await post(6 * 1024 * 1024 + 1), 413, "Request Entity Too Large");
  expect((await post(5 * 1024 * 1024)).status).toBe(200);
});

test.each([
  ["that just fit", 9_000, 200],
  ["over 10,240 bytes", 11_000, 431],
  ["far over it", 60_000, 431],
])("request line and headers %s", async (_, length, status) => {
  reply = () => "reached";
  expect((await ask("/v1/health", { headers: { "x-long": "a".repeat(length) } })).status).toBe(status);
});

test("repeated headers are joined by a comma", async () => {
  reply = () => "unused";
  const seen = Promise.withResolvers<Record<string, string>>();
  const other = await startQuietWorld({
    functions: {
      catalogue: async (event) => {
        seen.resolve((event as { headers: Record<string, string> }).headers);
        return "ok";
      },
    },
  });
  try {
    const call = request(`${other.apiUrl}/v1/health`);
    call.setHeader("x-many", ["one", "two"]);
    await new Promise((resolve) => call.on("response", (response) => response.resume().on("end", resolve)).end());
    expect((await seen.promise)["x-many"]).toBe("one,two");
  } finally {
    await other.close();
  }
});

test("a caller that leaves in the middle of its request harms nobody", async () => {
  reply = () => "reached";
  const leaving = request(`${world.apiUrl}/v1/housing/estimates`, {
    method: "POST",
    headers: { "content-length": "1000" },
  });
  leaving.on("error", () => {});
  leaving.write("half");
  await new Promise((resolve) => setTimeout(resolve, 50));
  leaving.destroy();
  expect((await ask()).status).toBe(200);
});

import { createHash, createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type HttpAuthoritiesOptions, httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { defineOperation } from "../../shared/connectors/operation.ts";
import { breakOff, hangUp, neverAnswer, neverEnd, reply, startScripted } from "./scripted-server.ts";

const greet = defineOperation({
  authority: "core-tax",
  name: "greet",
  kind: "act",
  label: { zh: "问候", en: "greet" },
  request: z.object({ name: z.string() }),
  answer: z.object({ greeting: z.string() }),
});
const hello = { greeting: "你好" };
const secret = "thirty-two characters of a secret";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const startServer = async (...script: Parameters<typeof startScripted>) => {
  const server = await startScripted(...script);
  endings.push(server.close);
  return server;
};

const callerOf = (url: string, options: Partial<HttpAuthoritiesOptions> = {}) => {
  const call = httpAuthorities({
    urls: { "core-tax": url },
    secret,
    // Long enough for any machine; whoever tests the box itself takes a short one.
    timeBoxMilliseconds: 60_000,
    retryPauseMilliseconds: 1,
    ...options,
  });
  return () => call(greet, { name: "韦" }, { key: "case-1:greet" });
};

describe("on the wire", () => {
  test("a call is a signed POST with its business key and, if wanted, the way back", async () => {
    const server = await startServer(reply(200, hello));
    const call = httpAuthorities({ urls: { "core-tax": `${server.url}/v2/` }, secret, clock: () => 1_700_000_000_000 });
    const callback = { url: "https://bureau.example/late", token: "token-1" };
    await call(greet, { name: "韦" }, { key: "case-1:greet", callback });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: "POST", path: "/v2/greet", body: '{"name":"韦"}' });
    const lines = [
      "POST",
      "/v2/greet",
      "1700000000000",
      "case-1:greet",
      "https://bureau.example/late",
      "token-1",
      createHash("sha256").update('{"name":"韦"}').digest("hex"),
    ];
    const key = createHmac("sha256", secret).update("authority/core-tax").digest();
    expect(seen?.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": "case-1:greet",
      "x-client": "one-window",
      "x-timestamp": "1700000000000",
      "x-callback-url": callback.url,
      "x-callback-token": callback.token,
      "x-signature": createHmac("sha256", key).update(lines.join("\n")).digest("hex"),
    });
  });

  test("connections are kept for the next call", async () => {
    const server = await startServer(reply(200, hello));
    const call = callerOf(server.url);
    await call();
    await call();
    expect(server.seen.map(({ isReused }) => isReused)).toEqual([false, true]);
  });

  test("an answer is parsed: what it has too much is dropped, and its reference is kept", async () => {
    const server = await startServer(reply(200, { ...hello, debug: true }, { "x-reference": "A7" }));
    const outcome = await callerOf(server.url)();
    expect(outcome).toEqual({
      kind: "answered",
      answer: hello,
      stamp: { authority: "core-tax", reference: "A7", attempts: 1, milliseconds: expect.any(Number) },
    });
  });
});

const refusal = { code: "already-filed", zh: "已申报", en: "Already declared" };

describe("what an authority says", () => {
  test.each([
    ["202", reply(202, {}), { kind: "pending" }],
    ["its own 404", reply(404, { code: "not-found" }), { kind: "not-found" }],
    [
      "409",
      reply(409, refusal),
      { kind: "refused", code: "already-filed", reason: { zh: "已申报", en: "Already declared" } },
    ],
    ["422", reply(422, refusal), { kind: "refused", code: "already-filed" }],
    ["a refusal without words", reply(422, { code: "no" }), { kind: "silent", reason: "unreadable-answer" }],
    ["no JSON", reply(200, "<html>"), { kind: "silent", reason: "unreadable-answer" }],
    ["a wrong field", reply(200, { greeting: 1 }), { kind: "silent", reason: "unreadable-answer" }],
    ["nothing", reply(200, ""), { kind: "silent", reason: "unreadable-answer" }],
    ["an answer without end", reply(200, "x".repeat(1_100_000)), { kind: "silent", reason: "unreadable-answer" }],
    ["a 404 of somebody else", reply(404, "<h1>nginx</h1>"), { kind: "silent", reason: "failed" }],
    ["401: our signature refused", reply(401, { code: "signature-invalid" }), { kind: "silent", reason: "failed" }],
    ["a redirect", reply(302, "", { location: "/elsewhere" }), { kind: "silent", reason: "failed" }],
    ["429", reply(429, ""), { kind: "silent", reason: "failed" }],
  ])("%s", async (_, reaction, expected) => {
    const server = await startServer(reaction);
    expect(await callerOf(server.url)()).toMatchObject(expected);
    expect(server.seen).toHaveLength(1);
  });
});

describe("what an authority fails to do", () => {
  test("a pooled connection that breaks is tried again at once, even where no retries are allowed", async () => {
    const server = await startServer(reply(200, hello), hangUp, reply(200, hello));
    const call = callerOf(server.url, { retries: 0 });
    await call();
    expect(await call()).toMatchObject({ kind: "answered", stamp: { attempts: 2 } });
  });

  test("a fresh connection that breaks is no such race", async () => {
    const server = await startServer(hangUp, reply(200, hello));
    expect(await callerOf(server.url, { retries: 0 })()).toMatchObject({ kind: "silent", reason: "unreachable" });
  });

  test("5xx is retried a few times, always under the same key", async () => {
    const server = await startServer(reply(500, ""), reply(503, ""), reply(200, hello));
    expect(await callerOf(server.url)()).toMatchObject({ kind: "answered", stamp: { attempts: 3 } });
    expect(server.seen.map(({ headers }) => headers["idempotency-key"])).toEqual(Array(3).fill("case-1:greet"));
  });

  test("5xx that stays ends the call", async () => {
    const server = await startServer(reply(500, ""));
    expect(await callerOf(server.url)()).toMatchObject({ kind: "silent", reason: "failed", stamp: { attempts: 3 } });
  });

  test("a connection that breaks in the middle of the answer", async () => {
    const server = await startServer(breakOff);
    expect(await callerOf(server.url)()).toMatchObject({ kind: "silent", reason: "unreachable" });
  });

  test("nobody listens", async () => {
    const server = await startScripted(reply(200, hello));
    await server.close();
    expect(await callerOf(server.url)()).toMatchObject({ kind: "silent", reason: "unreachable" });
  });

  test("an authority without an address", async () => {
    const call = httpAuthorities({ urls: {}, secret, retryPauseMilliseconds: 1 });
    expect(await call(greet, { name: "" }, { key: "k" })).toMatchObject({ kind: "silent", reason: "unreachable" });
  });

  test.each([
    ["no answer", neverAnswer],
    ["an answer that never ends", neverEnd],
  ])("%s, until the time box is over", async (_, reaction) => {
    const server = await startServer(reaction);
    const outcome = await callerOf(server.url, { timeBoxMilliseconds: 40 })();
    expect(outcome).toMatchObject({ kind: "silent", reason: "time-box-exceeded", stamp: { attempts: 1 } });
  });
});

describe("the breaker", () => {
  const trip = { retries: 0, breaker: { failures: 2, restMilliseconds: 60_000 } };

  test("spares an authority that failed several times in a row, and only that one", async () => {
    const failing = await startServer(reply(500, ""));
    const healthy = await startServer(reply(200, hello));
    const call = httpAuthorities({ urls: { "core-tax": failing.url, bank: healthy.url }, secret, ...trip });
    const ask = (authority: "core-tax" | "bank") => call({ ...greet, authority }, { name: "" }, { key: "k" });
    for (let count = 0; count < 2; count += 1) expect(await ask("core-tax")).toMatchObject({ reason: "failed" });
    expect(await ask("core-tax")).toMatchObject({ kind: "silent", reason: "breaker-open", stamp: { attempts: 0 } });
    expect(failing.seen).toHaveLength(2);
    expect(await ask("bank")).toMatchObject({ kind: "answered" });
  });

  test("an answer in between starts the count anew; a refusal is an answer", async () => {
    const server = await startServer(reply(500, ""), reply(422, refusal), reply(500, ""), reply(200, hello));
    const call = callerOf(server.url, trip);
    for (let count = 0; count < 3; count += 1) await call();
    expect(await call()).toMatchObject({ kind: "answered" });
  });
});

describe("named points", () => {
  test("stand before and after each call", async () => {
    const server = await startServer(reply(200, hello));
    const names: string[] = [];
    const point = (name: string) => {
      names.push(`${name} ${server.seen.length}`);
    };
    await callerOf(server.url, { point })();
    expect(names).toEqual(["core-tax/greet:before 0", "core-tax/greet:after 1"]);
  });

  test("a crash there is not taken for the authority's", async () => {
    const server = await startServer(reply(200, hello));
    const point = (name: string) => {
      if (name.endsWith(":after")) throw new Error("power cut");
    };
    await expect(callerOf(server.url, { point })()).rejects.toThrow("power cut");
    expect(server.seen).toHaveLength(1);
  });
});

describe("an answer about somebody else", () => {
  const lookUp = defineOperation({
    authority: "core-tax",
    name: "look-up",
    kind: "query",
    label: { zh: "查询", en: "look up" },
    request: z.object({ number: z.string() }),
    answer: z.object({ number: z.string() }),
    isAbout: (request, answer) => request.number === answer.number,
  });

  test.each([
    ["the one asked about", "1", { kind: "answered" }],
    ["another", "2", { kind: "silent", reason: "unreadable-answer" }],
  ])("%s", async (_, number, outcome) => {
    const server = await startServer(reply(200, { number }));
    const call = httpAuthorities({ urls: { "core-tax": server.url }, secret });
    expect(await call(lookUp, { number: "1" }, { key: "case-1:look-up" })).toMatchObject(outcome);
  });
});

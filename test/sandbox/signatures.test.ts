import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { controlOf } from "./control.ts";
import { balance, secret, toyAuthority } from "./toy-authority.ts";

const now = 1_700_000_000_000;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ secret, authorities: [toyAuthority], clock: () => now });
});
afterAll(() => sandbox.close());

const minute = 60_000;

interface Forgery {
  readonly authority?: string;
  readonly timestamp?: number;
  /** What is sent in place of what was signed. */
  readonly sent?: { readonly body?: string; readonly headers?: Record<string, string> };
}

const key = "case-1:balance";
const body = '{"account":"rainy-day"}';

/** A call made by hand, signed as an authority expects it, and then changed on its way. */
const send = async ({ authority = "bank", timestamp = now, sent = {} }: Forgery) => {
  const signingKey = createHmac("sha256", secret).update(`authority/${authority}`).digest();
  const hash = createHash("sha256").update(body).digest("hex");
  const lines = ["POST", "/balance", String(timestamp), key, "http://127.0.0.1/late", "token", hash].join("\n");
  const response = await fetch(`${sandbox.urls.bank}/balance`, {
    method: "POST",
    headers: {
      "idempotency-key": key,
      "x-timestamp": String(timestamp),
      "x-callback-url": "http://127.0.0.1/late",
      "x-callback-token": "token",
      "x-signature": createHmac("sha256", signingKey).update(lines).digest("hex"),
      ...sent.headers,
    },
    body: sent.body ?? body,
  });
  return { status: response.status, body: await response.json() };
};

describe("an authority hears", () => {
  test.each([
    ["a call that is signed, fresh and untouched", {}],
    ["one that is five minutes old", { timestamp: now - 5 * minute }],
    ["one from a clock that is five minutes fast", { timestamp: now + 5 * minute }],
  ])("%s", async (_, forgery) => {
    expect(await send(forgery)).toEqual({ status: 200, body: { balance: 100 } });
  });
});

describe("an authority does not hear", () => {
  const invalid = "signature-invalid";
  test.each<[string, string, Forgery]>([
    ["a call signed for another authority", invalid, { authority: "core-tax" }],
    ["another body than was signed", invalid, { sent: { body: '{"account":"other"}' } }],
    ["another business key", invalid, { sent: { headers: { "idempotency-key": "case-2:balance" } } }],
    ["another way back", invalid, { sent: { headers: { "x-callback-url": "http://127.0.0.1/thief" } } }],
    ["another token", invalid, { sent: { headers: { "x-callback-token": "stolen" } } }],
    ["a fresher time than was signed", invalid, { timestamp: 1, sent: { headers: { "x-timestamp": String(now) } } }],
    ["no signature", invalid, { sent: { headers: { "x-signature": "" } } }],
    ["a signature that is none", invalid, { sent: { headers: { "x-signature": "zz" } } }],
    ["one that is older than five minutes", "timestamp-out-of-range", { timestamp: now - 5 * minute - 1 }],
    [
      "one from a clock that is faster than five minutes",
      "timestamp-out-of-range",
      { timestamp: now + 5 * minute + 1 },
    ],
    ["one without a time", "timestamp-out-of-range", { timestamp: Number.NaN }],
  ])("%s", async (_, code, forgery) => {
    expect(await send(forgery)).toEqual({ status: 401, body: { code } });
  });

  test("us with another bureau's secret: to us that is silence, and nothing was done", async () => {
    const before = (await controlOf(sandbox).queries()).length;
    const call = httpAuthorities({
      urls: sandbox.urls,
      secret: "the secret of another bureau altogether",
      clock: () => now,
    });
    expect(await call(balance, { account: "rainy-day" }, { key })).toMatchObject({ kind: "silent", reason: "failed" });
    expect(await controlOf(sandbox).queries()).toHaveLength(before);
  });
});

test.each([
  ["GET", "/balance", 404],
  ["POST", "/robbery", 404],
  ["POST", "/constructor", 404],
  ["POST", "/", 404],
])("%s %s does not exist", async (method, path, status) => {
  const response = await fetch(`${sandbox.urls.bank}${path}`, { method });
  expect(response.status).toBe(status);
});

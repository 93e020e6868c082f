import { calculateJwkThumbprint, generateKeyPair, SignJWT } from "jose";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { endSession } from "../../shared/actions/end-session.ts";
import { type DeviceKey, newDeviceKey, proofOf } from "../../shared/api/client/device-proof.ts";
import type { CalendarDate } from "../../shared/kernel/calendar-date.ts";
import { after, toMilliseconds } from "../../shared/kernel/instant.ts";
import { aCaller, anOfficer } from "../support/test-world.ts";
import { call, claimsOf } from "./support/call.ts";
import { endpoints, watchedWorld } from "./support/endpoints.ts";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
});

describe("a kiosk", () => {
  const token = "the.access.token";
  const url = "http://localhost/v1/cases";

  /** A kiosk that is registered until tomorrow, and a call of `GET /v1/cases` with a token that is bound to its key. */
  const standing = async () => {
    const { world } = watchedWorld();
    const key = await newDeviceKey();
    const thumbprint = await calculateJwkThumbprint({ ...key.publicKey });
    const now = toMilliseconds(world.clock()) / 1000;
    const since = world.clock();
    const until = after(since, 86_400_000);
    const register = (more: object = {}) =>
      world.sessions.registerKiosk({ id: "kiosk-1", office: "liuzhou", thumbprint, since, until, ...more });
    await register();
    const caller = aCaller("one", { channel: "kiosk" });
    const bound = { cnf: `map[jkt:${thumbprint}]`, jti: "token-1", exp: String(now + 300) };
    const ask = async (dpop: string | undefined, claims: Record<string, string> = {}, parts: object = {}) => {
      const headers = { authorization: `Bearer ${token}`, dpop };
      const request = { headers, claims: { ...claimsOf(caller), ...bound, ...claims } };
      const reply = await call(endpoints.listCases, { ...world, ...parts }, request);
      return { status: reply.status, code: (reply.body as { code?: string }).code, headers: reply.headers };
    };
    const prove = (more: Partial<Parameters<typeof proofOf>[1]> = {}, by: DeviceKey = key) =>
      proofOf(by, { method: "GET", url, token, at: now, ...more });
    return { world, key, now, ask, prove, register, until };
  };

  test("proves each request with its key", async () => {
    const { ask, prove, now } = await standing();
    expect(await ask(await prove())).toMatchObject({ status: 200 });
    expect(await ask(await prove({ at: now - 59 }))).toMatchObject({ status: 200 });
    expect(await ask(await prove({ url: `${url}?limit=5` }))).toMatchObject({ status: 200 });
  });

  test("proves it for the address of the clients, where they are served under one of their own", async () => {
    const { ask, prove } = await standing();
    const dpop = await prove({ url: "https://app.tax.example/v1/cases" });
    expect(await ask(dpop, {}, { clientsHost: "app.tax.example" })).toMatchObject({ status: 200 });
    expect(await ask(dpop, {}, { clientsHost: "tax.example" })).toMatchObject({ code: "device-proof-invalid" });
    expect(await ask(dpop)).toMatchObject({ code: "device-proof-invalid" });
  });

  test.each<[string, Partial<Parameters<typeof proofOf>[1]>]>([
    ["for another method", { method: "POST" }],
    ["for another address", { url: `${url}/0123` }],
    ["for another host", { url: "http://elsewhere.example/v1/cases" }],
    ["for another token", { token: "another.token" }],
    ["more than a minute old", { at: toMilliseconds("2030-01-31T01:58:54.000Z" as never) / 1000 }],
    ["from the future", { at: toMilliseconds("2030-01-31T02:00:06.000Z" as never) / 1000 }],
  ])("a proof that is %s is none", async (_, more) => {
    const { ask, prove } = await standing();
    const refused = await ask(await prove(more));
    expect(refused).toMatchObject({ status: 401, code: "device-proof-invalid" });
    expect(refused.headers["www-authenticate"]).toBe('DPoP error="invalid_dpop_proof", algs="ES256"');
  });

  test("a token that was copied to another kiosk, registered or not, opens nothing there", async () => {
    const { ask, prove, world, until } = await standing();
    const other = await newDeviceKey();
    const thumbprint = await calculateJwkThumbprint({ ...other.publicKey });
    await world.sessions.registerKiosk({ id: "kiosk-2", office: "liuzhou", thumbprint, since: world.clock(), until });
    expect(await ask(await prove({}, other))).toMatchObject({ status: 401, code: "device-proof-invalid" });
    expect(await ask(undefined)).toMatchObject({ status: 401, code: "device-proof-invalid" });
  });

  test.each(["", "nonsense", "a.b.c", "x".repeat(5000)])("%j is no proof", async (proof) => {
    const { ask } = await standing();
    expect(await ask(proof)).toMatchObject({ status: 401, code: "device-proof-invalid" });
  });

  test("a proof under a shared secret, unsigned, or of another kind of token is none", async () => {
    const { ask, key, now } = await standing();
    const header = { typ: "dpop+jwt", jwk: { ...key.publicKey } };
    const payload = { jti: "1", htm: "GET", htu: url, iat: now, ath: "x" };
    const confused = await new SignJWT(payload)
      .setProtectedHeader({ ...header, alg: "HS256" })
      .sign(new TextEncoder().encode(JSON.stringify(key.publicKey)));
    const plain = [{ ...header, alg: "none" }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const { privateKey } = await generateKeyPair("ES256");
    const foreign = await new SignJWT(payload).setProtectedHeader({ ...header, alg: "ES256" }).sign(privateKey);
    for (const proof of [confused, `${plain}.`, foreign]) {
      expect(await ask(proof)).toMatchObject({ status: 401, code: "device-proof-invalid" });
    }
  });

  test("a token of the kiosk channel that names no key is refused, whatever proof comes with it", async () => {
    const { ask, prove } = await standing();
    expect(await ask(await prove(), { cnf: "map[]" })).toMatchObject({ status: 401, code: "token-required" });
    const { world } = await standing();
    const unbound = await call(endpoints.listCases, world, { caller: aCaller("one", { channel: "kiosk" }) });
    expect(unbound).toMatchObject({ status: 401, body: { code: "device-proof-invalid" } });
  });

  test("a kiosk whose lifetime is over, or that was never registered, is none", async () => {
    const { ask, prove, register, world } = await standing();
    await register({ until: world.clock() });
    expect(await ask(await prove())).toMatchObject({ status: 403, code: "kiosk-not-registered" });
    const stray = await newDeviceKey();
    const jkt = await calculateJwkThumbprint({ ...stray.publicKey });
    const asked = await ask(await prove({}, stray), { cnf: `map[jkt:${jkt}]` });
    expect(asked).toMatchObject({ status: 403, code: "kiosk-not-registered" });
  });

  test("a session that was ended opens nothing more, though its token has not expired", async () => {
    const { ask, prove, world, until } = await standing();
    const session = world.hash.of("session", "token-1");
    await endSession(world, aCaller("one", { kiosk: { id: "kiosk-1", session, until } }));
    expect(await ask(await prove())).toMatchObject({ status: 401, code: "session-ended" });
    // The next person's is another.
    expect(await ask(await prove(), { jti: "token-2" })).toMatchObject({ status: 200 });
  });
});

describe("the change to two factors", () => {
  const weak = { hasSecondFactor: false, at: "2030-01-31T01:59:00.000Z" as never };
  const ask = async (twoFactorFrom: string | undefined, caller = aCaller("one", { login: weak }), now?: string) => {
    const { world } = watchedWorld();
    if (now !== undefined) world.time.pass(Date.parse(now) - toMilliseconds(world.clock()));
    const rules = twoFactorFrom === undefined ? {} : { twoFactorFrom: twoFactorFrom as CalendarDate };
    const reply = await call(endpoints.listCases, { ...world, loginRules: rules }, { caller });
    return [reply.status, (reply.body as { code?: string }).code, reply.headers["login-notice"]];
  };

  // The test's world begins on 2030-01-31 at 10:00 in Shanghai.
  test.each([
    ["no change is planned", undefined, [200, undefined, undefined]],
    ["it is more than a month off", "2030-03-01", [200, undefined, undefined]],
    ["the last month begins", "2030-02-28", [200, undefined, "two-factor-from=2030-02-28"]],
    ["it is tomorrow", "2030-02-01", [200, undefined, "two-factor-from=2030-02-01"]],
    ["it is today", "2030-01-31", [401, "two-factor-required", undefined]],
    ["it is over", "2029-12-31", [401, "two-factor-required", undefined]],
  ])("one factor, when %s", async (_, from, expected) => {
    expect(await ask(from)).toEqual(expected);
  });

  test.each([
    ["the last of a shorter month", "2030-02-28T02:00:00.000Z", "two-factor-from=2030-03-31"],
    ["the day before it", "2030-02-27T02:00:00.000Z", undefined],
  ])("a month before the 31st begins on %s", async (_, now, notice) => {
    expect(await ask("2030-03-31", undefined, now)).toEqual([200, undefined, notice]);
  });

  test("whoever has two factors hears nothing of it", async () => {
    expect(await ask("2030-02-01", aCaller())).toEqual([200, undefined, undefined]);
    expect(await ask("2029-12-31", aCaller())).toEqual([200, undefined, undefined]);
  });
});

test.each([
  [1, 403, "real-name-insufficient"],
  [2, 200, undefined],
  [3, 200, undefined],
] as const)("real-name level %d", async (realNameLevel, status, code) => {
  const { world } = watchedWorld();
  const reply = await call(endpoints.listCases, world, { caller: aCaller("one", { realNameLevel }) });
  expect(reply).toMatchObject({ status, body: code === undefined ? {} : { code } });
});

test("duties that nobody has heard of are none", async () => {
  const { world } = watchedWorld();
  const claims = { ...claimsOf(anOfficer()), roles: "[resident root administrator]" };
  expect(await call(endpoints.listQueue, world, { claims })).toMatchObject({
    status: 403,
    body: { code: "officer-only" },
  });
});

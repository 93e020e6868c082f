import { decodeJwt, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TokenOrder } from "../../infra/local/identity-provider/tokens.ts";
import { companies } from "../../infra/local/sandbox/population/companies.ts";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import { type DeviceKey, newDeviceKey, proofOf, readDeviceKey } from "../../shared/api/client/device-proof.ts";
import { type ApiProblem, type Client, createClient } from "../../shared/api/client.ts";
import { acrValues } from "../../shared/people/authentication.ts";
import { browser, choose, follow } from "../local/support/login.ts";
import { isAtRest, patientClient, until } from "./support/patience.ts";

/*
 * Who somebody is, over HTTP: the identity provider, the gateway's authorizer, the functions and the table.
 */

let world: LocalWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const clientOf = async (order: TokenOrder, device?: DeviceKey): Promise<Client> =>
  patientClient({ baseUrl: world.apiUrl, token: await world.token(order), language: "en", ...(device && { device }) });
const keyOf = (id: Parameters<LocalWorld["kiosk"]>[0]): Promise<DeviceKey> =>
  readDeviceKey(world.kiosk(id).key as never);

const problemOf = async (call: Promise<unknown>): Promise<Pick<ApiProblem, "code" | "status">> =>
  call.then(
    () => ({ code: "none" as never, status: 200 }),
    ({ code, status }: ApiProblem) => ({ code, status }),
  );

/** Opens a case and waits until its person is asked: on a busy machine the clock brings it that far. */
const openCase = async (client: Client, company: keyof typeof companies = "noodle-stall") => {
  const { id: caseId } = await client.openCase({
    body: {
      packageId: "new-taxpayer",
      opening: { creditCode: companies[company].creditCode },
      consents: { dataSharing: true },
    },
  });
  return until(async () => {
    const view = await client.getCase({ caseId });
    return view.questions.length > 0 && isAtRest(view) && view;
  });
};

describe("a token", () => {
  const claims = () => ({ sub: "seller-wei", iss: world.issuer, aud: "one-window", exp: Date.now() / 1000 + 60 });
  const published = async (): Promise<JWK & { kid: string }> => {
    const { keys } = (await (await fetch(`${world.issuer}/jwks`)).json()) as { keys: [JWK & { kid: string }] };
    return keys[0];
  };
  const forged: Readonly<Record<string, () => Promise<string>>> = {
    "alg none": async () => new UnsecuredJWT(claims()).encode(),
    "key confusion: HS256 under our public key": async () => {
      const key = await published();
      const secret = new TextEncoder().encode(JSON.stringify(key));
      return new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: key.kid }).sign(secret);
    },
    "a stranger's key under our key's name": async () => {
      const { privateKey } = await generateKeyPair("RS256");
      return new SignJWT(claims()).setProtectedHeader({ alg: "RS256", kid: (await published()).kid }).sign(privateKey);
    },
    "a right token with another's claims": async () => {
      const [header, , signature] = (await world.token("seller-wei")).split(".");
      const changed = { ...decodeJwt(await world.token("seller-wei")), roles: ["officer"] };
      return `${header}.${Buffer.from(JSON.stringify(changed)).toString("base64url")}.${signature}`;
    },
  };
  const ordered: Readonly<Record<string, Omit<TokenOrder, "login">>> = {
    "that has expired": { expiresInSeconds: -1 },
    "that is not valid yet": { validInSeconds: 60 },
    "issued in the future": { issuedInSeconds: 60 },
    "for another audience": { audience: "another-api" },
    "from another issuer": { issuer: "https://elsewhere.example" },
    "signed by a stranger": { signedBy: "stranger" },
  };
  const all = [
    ...Object.entries(ordered).map(
      ([name, order]) => [name, () => world.token({ login: "seller-wei", ...order })] as const,
    ),
    ...Object.entries(forged),
  ];

  test.each(all)("%s is refused with 401, on reading and on changing", async (_, make) => {
    const authorization = `Bearer ${await make()}`;
    const reads = await fetch(`${world.apiUrl}/v1/cases`, { headers: { authorization } });
    const changes = await fetch(`${world.apiUrl}/v1/cases`, { method: "POST", headers: { authorization }, body: "{}" });
    for (const { status, headers } of [reads, changes]) {
      expect(status).toBe(401);
      expect(headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
  });

  test("of somebody who has only registered is refused with 403, and says what to do", async () => {
    const client = await clientOf({ login: "seller-wei", realNameLevel: 1 });
    expect(await problemOf(client.listCases())).toEqual({ code: "real-name-insufficient", status: 403 });
  });
});

describe("signing", () => {
  const confirm = async (order: Omit<TokenOrder, "login">) => {
    const opened = await openCase(await clientOf({ login: "founder-zhong" }), "plain-company");
    const client = await clientOf({ login: "founder-zhong", ...order });
    return client.answerStep({
      caseId: opened.id,
      stepId: "confirm-form",
      version: opened.version,
      body: { answers: {} },
    });
  };

  test.each<[string, Omit<TokenOrder, "login">]>([
    ["by one factor", { secondFactor: false }],
    ["by two factors, 16 minutes ago", { loggedInSecondsAgo: 960 }],
    ["of which the issuer says nothing", { secondFactor: null }],
    ["whose time the issuer does not say", { loggedInSecondsAgo: null }],
  ])("after a login %s takes another one", async (_, order) => {
    const refused = await confirm(order).catch((error: unknown) => error as ApiProblem);
    expect(refused).toMatchObject({
      code: "step-up-required",
      status: 401,
      problem: { acrValues: acrValues.twoFactor, maxAgeSeconds: 900 },
    });
  });

  test("after two factors, 14 minutes ago, does not", async () => {
    const { id: caseId } = await confirm({ loggedInSecondsAgo: 840 });
    const founder = await clientOf({ login: "founder-zhong" });
    await until(async () => (await founder.getCase({ caseId })).status === "completed");
  });
});

describe("a kiosk", () => {
  test("its person logs in on their own phone, and the kiosk gets a token for five minutes that only its key opens", async () => {
    const device = await keyOf("kiosk-hall-1");
    const send = async (path: string, form: Record<string, string>): Promise<Record<string, string>> => {
      const url = `${world.issuer}${path}`;
      const headers = { dpop: await proofOf(device, { method: "POST", url }) };
      const answer = await fetch(url, { method: "POST", headers, body: new URLSearchParams(form) });
      return (await answer.json()) as Record<string, string>;
    };
    const client = { client_id: "one-window-kiosk" };
    const asked = await send("/device/auth", { ...client, scope: "openid cases", acr_values: acrValues.twoFactor });
    const grant = { ...client, grant_type: "urn:ietf:params:oauth:grant-type:device_code" };
    const poll = () => send("/token", { ...grant, device_code: asked.device_code as string });
    expect(await poll()).toMatchObject({ error: "authorization_pending" });

    // On the phone: the QR code, the confirmation, the login.
    const visit = browser();
    const opened = await visit(asked.verification_uri_complete as string);
    const fieldsOf = (page: string) =>
      Object.fromEntries([...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const post = (form: Record<string, string>) =>
      visit(`${world.issuer}/device`, { method: "POST", body: new URLSearchParams(form) });
    const confirmPage = await (await post(fieldsOf(await opened.text()))).text();
    expect(confirmPage).toContain(asked.user_code as string);
    const { abort: _no, ...yes } = fieldsOf(confirmPage);
    const toLogin = await post(yes);
    const login = await follow(visit, new URL(toLogin.headers.get("location") as string, world.issuer).href);
    const done = await choose(visit, login.url, "seller-wei");
    expect(done.page).toContain("已登录自助终端");

    const given = await poll();
    expect(given).toMatchObject({ token_type: "DPoP", expires_in: 300 });
    const token = given.access_token as string;
    const { thumbprint } = world.kiosk("kiosk-hall-1");
    expect(decodeJwt(token)).toMatchObject({
      sub: "seller-wei",
      channel: "kiosk",
      cnf: { jkt: thumbprint },
      acr: acrValues.twoFactor,
    });
    expect(given).not.toHaveProperty("refresh_token");

    const here = createClient({ baseUrl: world.apiUrl, token, device });
    expect(await here.listCases()).toEqual({ cases: [] });
    const elsewhere = createClient({ baseUrl: world.apiUrl, token, device: await keyOf("kiosk-hall-2") });
    expect(await problemOf(elsewhere.listCases())).toEqual({ code: "device-proof-invalid", status: 401 });
    const onPhone = createClient({ baseUrl: world.apiUrl, token });
    expect(await problemOf(onPhone.listCases())).toEqual({ code: "device-proof-invalid", status: 401 });

    expect(await here.endSession()).toEqual({ ended: true });
    expect(await problemOf(here.listCases())).toEqual({ code: "session-ended", status: 401 });
  });

  test("a token request without the kiosk's proof gets none", async () => {
    const body = new URLSearchParams({ client_id: "one-window-kiosk", grant_type: "authorization_code", code: "x" });
    const refused = await fetch(`${world.issuer}/token`, { method: "POST", body });
    expect(refused.status).toBe(400);
  });

  test("that nobody registered, or whose lifetime is over, serves nobody", async () => {
    const retired = await clientOf({ login: "seller-wei", kiosk: "kiosk-retired" }, await keyOf("kiosk-retired"));
    expect(await problemOf(retired.listCases())).toEqual({ code: "kiosk-not-registered", status: 403 });
    const stolen = await clientOf({ login: "seller-wei", kiosk: "kiosk-hall-1" }, await newDeviceKey());
    expect(await problemOf(stolen.listCases())).toEqual({ code: "device-proof-invalid", status: 401 });
  });
});

describe("one case, kiosk and phone", () => {
  test("begun at the kiosk, gone on with on the phone, and back; each code once, and for its person alone", async () => {
    const kiosk = await clientOf({ login: "owner-long", kiosk: "kiosk-hall-1" }, await keyOf("kiosk-hall-1"));
    const phone = await clientOf({ login: "owner-long", channel: "mobile" });
    const stranger = await clientOf({ login: "seller-wei" });

    const opened = await openCase(kiosk);
    const toPhone = await kiosk.handOver({ caseId: opened.id });
    expect(await problemOf(stranger.redeemHandover({ body: { code: toPhone.code } }))).toEqual({
      code: "handover-refused",
      status: 403,
    });
    expect(await phone.redeemHandover({ body: { code: toPhone.code } })).toEqual({ caseId: opened.id, from: "kiosk" });
    expect(await problemOf(phone.redeemHandover({ body: { code: toPhone.code } }))).toEqual({
      code: "handover-refused",
      status: 403,
    });

    const onPhone = await phone.getCase({ caseId: opened.id });
    expect(onPhone.questions).toMatchObject([{ stepId: "confirm-form" }]);
    const answers = { fixedQuotaWish: { floorAreaSquareMetres: 40 } };
    const step = { caseId: opened.id, stepId: "confirm-form" };
    const drafted = await phone.saveDraft({ ...step, version: onPhone.version, body: { answers } });
    const toKiosk = await phone.handOver({ caseId: opened.id });
    expect(await kiosk.redeemHandover({ body: { code: toKiosk.code } })).toEqual({ caseId: opened.id, from: "mobile" });
    const onKiosk = await kiosk.getCase({ caseId: opened.id });
    expect(onKiosk.version).toBeGreaterThan(drafted.version);
    expect(onKiosk.questions).toMatchObject([{ stepId: "confirm-form", draft: { answers } }]);
  });

  test("a session that ends behind a hand-over is over at the kiosk alone: its code still brings the person on", async () => {
    const kiosk = await clientOf({ login: "owner-long", kiosk: "kiosk-hall-1" }, await keyOf("kiosk-hall-1"));
    const phone = await clientOf({ login: "owner-long", channel: "mobile" });
    const { id: caseId } = await openCase(kiosk);
    const { code } = await kiosk.handOver({ caseId });
    expect(await kiosk.endSession()).toEqual({ ended: true });
    const ended = { code: "session-ended", status: 401 };
    const attempts = [kiosk.getCase({ caseId }), kiosk.handOver({ caseId }), kiosk.redeemHandover({ body: { code } })];
    for (const problem of await Promise.all(attempts.map(problemOf))) expect(problem).toEqual(ended);
    expect(await phone.redeemHandover({ body: { code } })).toEqual({ caseId, from: "kiosk" });
    expect((await phone.getCase({ caseId })).id).toBe(caseId);
  });
});

describe("acting for another", () => {
  test("a delegate finds the case, reads it as their principal does, and loses it at the end", async () => {
    const founder = await clientOf({ login: "owner-long" });
    const { id: caseId, version } = await openCase(founder);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const delegate = { name: "于例面", ...documentOf(await world.token("founder-yu")) };
    const given = await founder.giveDelegation({ caseId, version, body: { delegate, scopes: ["answer"], until } });
    expect(given.delegations).toMatchObject([
      { direction: "given", name: "于**", scopes: ["read", "answer"], isInForce: true },
    ]);
    const mandate = given.delegations[0]?.id as string;

    const agentToken = await world.token("founder-yu");
    const read = (headers: Record<string, string>) =>
      fetch(`${world.apiUrl}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${agentToken}`, ...headers } });
    expect(await (await read({})).json()).toMatchObject({ questions: [], facts: [] });
    const asPrincipal = await (await read({ "acting-under": mandate })).json();
    expect(asPrincipal).toMatchObject({ questions: [{ stepId: "confirm-form" }] });

    const agent = await clientOf({ login: "founder-yu" });
    const [found] = (await agent.listDelegations({ caseId })).delegations;
    expect(found).toMatchObject({ id: mandate, direction: "received" });
    const listed = async () => (await agent.listCases()).cases.map(({ id, mayActUntil }) => ({ id, mayActUntil }));
    expect(await listed()).toEqual([{ id: caseId, mayActUntil: until }]);
    await founder.endDelegation({ caseId, delegationId: mandate, version: given.version });
    expect((await read({ "acting-under": mandate })).status).toBe(403);
    expect((await read({})).status).toBe(404);
    expect(await listed()).toEqual([]);
  });
});

const documentOf = (token: string) => {
  const { id_type, id_number } = decodeJwt<{ id_type: "resident-id"; id_number: string }>(token);
  return { idType: id_type, idNumber: id_number };
};

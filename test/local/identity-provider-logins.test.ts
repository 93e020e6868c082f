import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentityProvider, startIdentityProvider } from "../../infra/local/identity-provider/identity-provider.ts";
import type { Channel } from "../../shared/cases/case.ts";
import { acrValues } from "../../shared/people/authentication.ts";
import { browser, choose, codeFlow, codeOn, follow, type Visit } from "./support/login.ts";

let folder: string;
let provider: IdentityProvider;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-"));
  provider = await startIdentityProvider({ folder });
});
afterAll(async () => {
  await provider.close();
  await rm(folder, { recursive: true });
});

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

const logIn = async (
  visit: Visit,
  login: string,
  parameters: Record<string, string> = {},
  channel: Channel = "mobile",
): Promise<Tokens> => {
  const flow = codeFlow({ issuer: provider.issuer, channel });
  const asked = await follow(visit, flow.address({ ...parameters, ...callbackOf(channel) }));
  const { url } = asked.page === "" ? asked : await choose(visit, asked.url, login);
  return (await exchange(channel, flow, url)) as Tokens;
};

const callbackOf = (channel: Channel) => ({ redirect_uri: `http://127.0.0.1:7400/${channel}/callback` });

const exchange = async (channel: Channel, flow: ReturnType<typeof codeFlow>, url: URL): Promise<unknown> => {
  expect(url.searchParams.get("error")).toBeNull();
  expect(url.pathname).toBe(`/${channel}/callback`);
  return (await flow.exchange(url.searchParams.get("code") as string)).json();
};

test.each<[string, Record<string, string>, string, string[]]>([
  ["by choice alone", {}, acrValues.singleFactor, ["pwd"]],
  ["with a second factor", { acr_values: acrValues.twoFactor }, acrValues.twoFactor, ["pwd", "otp", "mfa"]],
])("a login %s says so in the access token", async (_, parameters, acr, amr) => {
  const before = Math.floor(Date.now() / 1000);
  const { access_token: token } = await logIn(browser(), "seller-wei", parameters);
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({ sub: "seller-wei", acr, amr, channel: "mobile" });
  expect(claims.auth_time).toBeGreaterThanOrEqual(before);
});

test("a session is taken up again without a page, and its first login stays the time of login", async () => {
  const visit = browser();
  const first = decodeJwt((await logIn(visit, "buyer-huang")).access_token);
  const flow = codeFlow({ issuer: provider.issuer });
  const { url, page } = await follow(visit, flow.address({ prompt: "none" }));
  expect(page).toBe("");
  const again = decodeJwt(((await exchange("mobile", flow, url)) as Tokens).access_token);
  expect(again).toMatchObject({ sub: "buyer-huang", auth_time: first.auth_time });
});

test("a step-up asks the known person for the code only, and raises the session", async () => {
  const visit = browser();
  await logIn(visit, "buyer-huang");
  const flow = codeFlow({ issuer: provider.issuer });
  const silent = await follow(visit, flow.address({ prompt: "none", acr_values: acrValues.twoFactor }));
  expect(silent.url.searchParams.get("error")).toBe("login_required");

  const asked = await follow(visit, flow.address({ acr_values: acrValues.twoFactor, max_age: "300" }));
  expect(asked.page).toContain("二次验证");
  expect(asked.page).toContain("黄例明");
  const { url } = await choose(visit, asked.url, "buyer-huang");
  const raised = decodeJwt(((await exchange("mobile", flow, url)) as Tokens).access_token);
  expect(raised).toMatchObject({ sub: "buyer-huang", acr: acrValues.twoFactor });
});

test("a wrong code is refused in words, and the right one is taken afterwards", async () => {
  const visit = browser();
  const flow = codeFlow({ issuer: provider.issuer });
  const { url } = await follow(visit, flow.address({ acr_values: acrValues.twoFactor, ui_locales: "en" }));
  const post = (form: Record<string, string>) => visit(url.href, { method: "POST", body: new URLSearchParams(form) });
  const code = codeOn(await (await post({ login: "seller-qin" })).text());
  const wrong = await post({ login: "seller-qin", code: code === "000000" ? "000001" : "000000" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("That is not the code");
  // Another person's code is not this one's.
  expect((await post({ login: "seller-wei", code })).status).toBe(422);
  expect((await post({ login: "seller-qin", code })).status).toBe(303);
});

test("staff always log in with a second factor, and for a working day", async () => {
  const visit = browser();
  const flow = codeFlow({ issuer: provider.issuer, channel: "console" });
  const { page } = await follow(visit, flow.address(callbackOf("console")));
  expect(page.indexOf("officer-lin")).toBeLessThan(page.indexOf("seller-wei"));
  const { url } = await choose(visit, (await follow(visit, flow.address(callbackOf("console")))).url, "officer-lin");
  expect(url.searchParams.get("code")).toBeTruthy();
});

test.each(["zh", "en"])("the pages are in %s, labelled, and run no script", async (language) => {
  const flow = codeFlow({ issuer: provider.issuer });
  const visit = browser();
  const { url, page } = await follow(visit, flow.address({ ui_locales: language, acr_values: acrValues.twoFactor }));
  expect(page).toContain(`<html lang="${language === "zh" ? "zh-CN" : "en"}">`);
  expect(page).not.toContain("<script");
  const answer = await visit(url.href, { method: "POST", body: new URLSearchParams({ login: "seller-wei" }) });
  const second = await answer.text();
  expect(second).toContain('<label for="code">');
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("a browser's page of another origin may fetch tokens and discovery", async () => {
  const origin = "http://127.0.0.1:7400";
  const discovery = await fetch(`${provider.issuer}/.well-known/openid-configuration`, { headers: { origin } });
  expect(discovery.headers.get("access-control-allow-origin")).toBe(origin);
  expect(await discovery.json()).toMatchObject({ acr_values_supported: Object.values(acrValues) });
  const flow = codeFlow({ issuer: provider.issuer });
  const refused = await flow.exchange("no-such-code", { origin });
  expect(refused.status).toBe(400);
  expect(refused.headers.get("access-control-allow-origin")).toBe(origin);
});

test("logging out ends the session, and comes back to the client", async () => {
  const visit = browser();
  const { id_token: hint } = await logIn(visit, "seller-mo");
  const leave = `${provider.issuer}/session/end?${new URLSearchParams({
    id_token_hint: hint,
    post_logout_redirect_uri: "http://127.0.0.1:7400/mobile/",
    state: "bye",
  })}`;
  const page = await (await visit(leave)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] as string;
  const left = await visit(`${provider.issuer}/session/end/confirm`, {
    method: "POST",
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  });
  expect(left.headers.get("location")).toBe("http://127.0.0.1:7400/mobile/?state=bye");
  const flow = codeFlow({ issuer: provider.issuer });
  const { url } = await follow(visit, flow.address({ prompt: "none" }));
  expect(url.searchParams.get("error")).toBe("login_required");
});

import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientId } from "../../infra/local/identity-provider/clients.ts";
import { type IdentityProvider, startIdentityProvider } from "../../infra/local/identity-provider/identity-provider.ts";

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

/** A browser as far as a login needs one: it keeps cookies and follows redirects by hand. */
const browser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const text of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (text.split(";")[0] as string).split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
};

const callback = "http://127.0.0.1:34567/callback";

const authorizationUrl = (parameters: Record<string, string>): string =>
  `${provider.issuer}/auth?${new URLSearchParams({
    client_id: clientId("mobile"),
    response_type: "code",
    redirect_uri: callback,
    scope: "openid cases",
    ...parameters,
  })}`;

const follow = async (visit: ReturnType<typeof browser>, from: string): Promise<URL> => {
  let next = new URL(from);
  while (!next.href.startsWith(callback) && !next.pathname.startsWith("/login/")) {
    const response = await visit(next.href);
    expect([302, 303]).toContain(response.status);
    next = new URL(response.headers.get("location") as string, next);
  }
  return next;
};

test("a person logs in with the code flow and PKCE, and gets an access token for our API", async () => {
  const visit = browser();
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const login = await follow(visit, authorizationUrl({ code_challenge: challenge, code_challenge_method: "S256" }));

  const page = await (await visit(login.href)).text();
  expect(page).toContain('value="seller-wei"');
  expect(page).not.toContain("450299");

  const chosen = await visit(login.href, { method: "POST", body: new URLSearchParams({ login: "seller-wei" }) });
  const back = await follow(visit, new URL(chosen.headers.get("location") as string, provider.issuer).href);
  const exchange = await fetch(`${provider.issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: clientId("mobile"),
      redirect_uri: callback,
      code: back.searchParams.get("code") as string,
      code_verifier: verifier,
    }),
  });
  expect(exchange.status).toBe(200);
  const { access_token: token } = (await exchange.json()) as { access_token: string };
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "RS256", typ: "at+jwt" });
  expect(decodeJwt(token)).toMatchObject({
    iss: provider.issuer,
    aud: "one-window",
    sub: "seller-wei",
    name: "韦例安",
    id_type: "resident-id",
    real_name_level: 3,
    roles: ["resident"],
    channel: "mobile",
    scope: "cases",
  });
});

test("a login without PKCE is refused", async () => {
  const visit = browser();
  const back = await follow(visit, authorizationUrl({}));
  expect(back.searchParams.get("error")).toBe("invalid_request");
});

test("discovery says what the API gateway needs", async () => {
  const document = await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json();
  expect(document).toMatchObject({
    issuer: provider.issuer,
    jwks_uri: `${provider.issuer}/jwks`,
    code_challenge_methods_supported: ["S256"],
  });
});

test("the sandbox's own door gives the same claims without a browser", async () => {
  const order = (body: unknown) =>
    fetch(`${provider.issuer}/sandbox/tokens`, { method: "POST", body: JSON.stringify(body) });
  const given = await order({ login: "officer-lin", channel: "console" });
  const { access_token: token } = (await given.json()) as { access_token: string };
  expect(decodeJwt(token)).toMatchObject({
    iss: provider.issuer,
    aud: "one-window",
    sub: "officer-lin",
    roles: ["officer"],
    office: "liuzhou",
    channel: "console",
  });
  const bare = await (await fetch(`${provider.issuer}/sandbox/tokens/officer-lin`)).text();
  expect(decodeJwt(bare)).toMatchObject({ sub: "officer-lin", roles: ["officer"] });
  expect((await fetch(`${provider.issuer}/sandbox/tokens/nobody`)).status).toBe(400);
  expect((await order({ login: "nobody" })).status).toBe(400);
  expect((await order({ login: "officer-lin", roles: ["officer"] })).status).toBe(400);
});

test("keys outlive a restart, so that tokens do", async () => {
  const keysOf = async ({ issuer }: IdentityProvider) => (await fetch(`${issuer}/jwks`)).json();
  const again = await startIdentityProvider({ folder });
  expect(await keysOf(again)).toEqual(await keysOf(provider));
  await again.close();
});

test("keys that cannot be read are named, with what to do", async () => {
  const broken = await mkdtemp(join(tmpdir(), "one-window-"));
  await (await startIdentityProvider({ folder: broken })).close();
  await writeFile(join(broken, "identity-provider/keys.json"), "{");
  await expect(startIdentityProvider({ folder: broken })).rejects.toThrow(/keys\.json cannot be read\. Delete/);
  await rm(broken, { recursive: true });
});

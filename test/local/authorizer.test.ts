import { generateKeyPair, importJWK, type JWK, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TokenOrder } from "../../infra/local/identity-provider/tokens.ts";
import type { LocalWorld } from "../../infra/local/world.ts";
import { startQuietWorld } from "./support/quiet-world.ts";

let world: LocalWorld;
let published: JWK;
let reached = 0;
beforeAll(async () => {
  const answer = async () => {
    reached += 1;
    return "reached";
  };
  world = await startQuietWorld({ functions: { "case-reading": answer, catalogue: answer } });
  const { jwks_uri: address } = (await getJson(`${world.issuer}/.well-known/openid-configuration`)) as {
    jwks_uri: string;
  };
  published = ((await getJson(address)) as { keys: JWK[] }).keys[0] as JWK;
});
afterAll(() => world.close());

const getJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

const callWith = (authorization: string | undefined): Promise<Response> =>
  fetch(`${world.apiUrl}/v1/cases`, { headers: authorization === undefined ? {} : { authorization } });

const expectUnauthorized = async (authorization: string | undefined, description?: string): Promise<void> => {
  const before = reached;
  const response = await callWith(authorization);
  expect(response.status).toBe(401);
  expect(await response.text()).toBe('{"message":"Unauthorized"}');
  expect(response.headers.get("www-authenticate")).toBe(
    description === undefined ? "Bearer" : `Bearer scope="" error="invalid_token" error_description="${description}"`,
  );
  expect(reached).toBe(before);
};

test.each(["Bearer ", "bearer ", ""])("a valid token is admitted behind %j", async (prefix) => {
  expect((await callWith(prefix + (await world.token("seller-wei")))).status).toBe(200);
});

test("a public route asks for no token, and looks at none", async () => {
  const response = await fetch(`${world.apiUrl}/v1/health`, { headers: { authorization: "Bearer nonsense" } });
  expect(response.status).toBe(200);
});

test.each([
  ["none at all", undefined],
  ["an empty one", "Bearer "],
])("no token: %s", (_, authorization) => expectUnauthorized(authorization));

test("a token that is none", () => expectUnauthorized("Bearer nonsense", "the token cannot be read"));

test.each<[string, Omit<TokenOrder, "login">, string]>([
  ["has expired", { expiresInSeconds: -1 }, "the token has expired"],
  ["is valid only later", { validInSeconds: 60 }, "the token is not valid yet"],
  ["was issued in the future", { issuedInSeconds: 60 }, "the token is not valid yet"],
  ["is for another audience", { audience: "another-api" }, "the token does not have a valid audience"],
  ["is for several others", { audience: ["a", "b"] }, "the token does not have a valid audience"],
  ["is from another issuer", { issuer: "https://elsewhere.example" }, "the token does not have a valid issuer"],
  ["is signed by a stranger", { signedBy: "stranger" }, "the token's signature is invalid"],
])("a token that %s", async (_, order, description) => {
  await expectUnauthorized(`Bearer ${await world.token({ login: "seller-wei", ...order })}`, description);
});

test("one of several audiences is enough", async () => {
  const token = await world.token({ login: "seller-wei", audience: ["another-api", "one-window"] });
  expect((await callWith(`Bearer ${token}`)).status).toBe(200);
});

const claims = () => ({ sub: "seller-wei", iss: world.issuer, aud: "one-window", exp: Date.now() / 1000 + 60 });

test("an unsigned token", async () => {
  const unsigned = new UnsecuredJWT(claims()).encode();
  await expectUnauthorized(`Bearer ${unsigned}`, "the token's algorithm is not accepted");
});

test("a token signed with our public key as if it were a shared secret", async () => {
  const confused = await new SignJWT(claims())
    .setProtectedHeader({ alg: "HS256", kid: published.kid as string })
    .sign(new TextEncoder().encode(JSON.stringify(published)));
  await expectUnauthorized(`Bearer ${confused}`, "the token's algorithm is not accepted");
});

test.each([
  ["that nobody published", { kid: "unknown" }, "the token was signed with an unknown key"],
  ["that it does not name", {}, "the token does not name its key"],
])("a key %s", async (_, header, description) => {
  const { privateKey } = await generateKeyPair("RS256");
  const foreign = await new SignJWT(claims()).setProtectedHeader({ alg: "RS256", ...header }).sign(privateKey);
  await expectUnauthorized(`Bearer ${foreign}`, description);
});

test("a token whose claims were changed after signing", async () => {
  const [header, , signature] = (await world.token("seller-wei")).split(".");
  const forged = Buffer.from(JSON.stringify({ ...claims(), roles: ["officer"] })).toString("base64url");
  await expectUnauthorized(`Bearer ${header}.${forged}.${signature}`, "the token's signature is invalid");
});

test("the published key is public only", async () => {
  expect(published).not.toHaveProperty("d");
  await expect(importJWK(published, "RS256")).resolves.toMatchObject({ type: "public" });
});

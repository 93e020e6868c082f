import Provider, { type AdapterConstructor, type Configuration, type KoaContextWithOIDC } from "oidc-provider";
// @ts-expect-error: the package ships it without types
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";
import { acrValues } from "../../../shared/people/authentication.ts";
import { channelOf, clients, lifetimes } from "./clients.ts";
import type { ProviderKeys } from "./keys.ts";
import { loginPolicy } from "./login-policy.ts";
import { devicePages, logoutPages } from "./pages/oidc-pages.ts";
import { audience, claimsOf, findInhabitant } from "./tokens.ts";

/** A resource indicator has to be a URI; the tokens for it name our audience. */
const apiResource = "urn:one-window:api";

const lifetimesOf = (client: string | undefined) => lifetimes[channelOf(client) ?? "etax"];

const configuration = (keys: ProviderKeys): Configuration => ({
  // Logins are forgotten with the process, as they may be here.
  adapter: createMemoryAdapter(0) as AdapterConstructor,
  jwks: { keys: [keys.signing as never] },
  cookies: { keys: [keys.cookies] },
  clients,
  pkce: { required: () => true },
  scopes: ["openid"],
  acrValues: Object.values(acrValues),
  claims: { openid: ["sub", "name"], acr: null, amr: null, auth_time: null },
  findAccount: (_context, login) => {
    const person = findInhabitant(login);
    return person && { accountId: login, claims: () => ({ sub: login, name: person.name }) };
  },
  extraTokenClaims: ({ oidc }, token) => {
    const person = "accountId" in token ? findInhabitant(token.accountId) : undefined;
    const channel = channelOf(token.clientId);
    const { acr, amr, authTime } = oidc.entities.AuthorizationCode ?? oidc.entities.DeviceCode ?? {};
    return (
      person && {
        ...claimsOf(person),
        ...(channel !== undefined && { channel }),
        // When and how the person logged in: RFC 9470, 6.1.
        ...(acr !== undefined && { acr }),
        ...(amr !== undefined && { amr }),
        ...(authTime !== undefined && { auth_time: authTime }),
      }
    );
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: true, ...logoutPages },
    revocation: { enabled: true },
    dPoP: { enabled: true },
    deviceFlow: { enabled: true, charset: "digits", mask: "****-****", ...devicePages },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => apiResource,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, _resource, client) => ({
        scope: "cases",
        audience,
        accessTokenTTL: lifetimesOf(client.clientId).accessToken,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  },
  interactions: { url: (_context, interaction) => `/login/${interaction.uid}`, policy: loginPolicy() },
  loadExistingGrant: grantEverything,
  ttl: {
    AccessToken: (_context, token, client) =>
      token.resourceServer?.accessTokenTTL ?? lifetimesOf(client.clientId).accessToken,
    AuthorizationCode: 60,
    DeviceCode: 300,
    IdToken: 3600,
    Interaction: 3600,
    Session: ({ oidc }) => lifetimesOf(oidc.client?.clientId).session,
    Grant: 86_400,
  },
  renderError: (context, out) => {
    // Programs and people read the same: a code and a sentence.
    context.type = "json";
    context.body = out;
  },
  clientBasedCORS: () => true,
});

async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const accountId = oidc.session?.accountId;
  const client = oidc.client?.clientId;
  if (accountId === undefined || client === undefined) return undefined;
  const grant = new oidc.provider.Grant({ clientId: client, accountId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(apiResource, "cases");
  await grant.save();
  return grant;
}

export const createOidc = (issuer: string, keys: ProviderKeys): Provider => new Provider(issuer, configuration(keys));

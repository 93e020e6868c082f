import Provider, {
  type AdapterConstructor,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
} from "oidc-provider";
// @ts-expect-error: the package ships it without types
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";
import { type Channel, channels } from "../../../shared/cases/case.ts";
import type { ProviderKeys } from "./keys.ts";
import { audience, claimsOf, findInhabitant, lifetimeSeconds } from "./tokens.ts";

/** A resource indicator has to be a URI; the tokens for it name our audience. */
const apiResource = "urn:one-window:api";

/** One public client per door through which people come; which door it was stands in the token. */
export const clientId = (channel: Channel): string => `one-window-${channel}`;
const channelOf = (client: string | undefined): Channel | undefined =>
  channels.find((channel) => clientId(channel) === client);

const configuration = (keys: ProviderKeys): Configuration => ({
  // Logins are forgotten with the process, as they may be here.
  adapter: createMemoryAdapter(0) as AdapterConstructor,
  jwks: { keys: [keys.signing as never] },
  cookies: { keys: [keys.cookies] },
  clients: channels.map((channel) => ({
    client_id: clientId(channel),
    // A native client may come back to any port of the loopback address.
    application_type: "native",
    redirect_uris: ["http://127.0.0.1/callback"],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code"],
    response_types: ["code"],
  })),
  pkce: { required: () => true },
  scopes: ["openid"],
  claims: { openid: ["sub", "name"] },
  findAccount: (_context, login) => {
    const person = findInhabitant(login);
    return person && { accountId: login, claims: () => ({ sub: login, name: person.name }) };
  },
  extraTokenClaims: (_context, token) => {
    const person = "accountId" in token ? findInhabitant(token.accountId) : undefined;
    const channel = channelOf(token.clientId);
    return person && { ...claimsOf(person), ...(channel !== undefined && { channel }) };
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => apiResource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: "cases",
        audience,
        accessTokenTTL: lifetimeSeconds,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  },
  interactions: { url: (_context, interaction) => `/login/${interaction.uid}`, policy: loginOnly() },
  loadExistingGrant: grantEverything,
  ttl: {
    AccessToken: lifetimeSeconds,
    AuthorizationCode: 60,
    IdToken: 3600,
    Interaction: 3600,
    Session: 86_400,
    Grant: 86_400,
  },
  clientBasedCORS: () => true,
});

// Whoever logs in here has agreed: our clients are the bureau's own.
function loginOnly() {
  const policy = interactionPolicy.base();
  policy.remove("consent");
  return policy;
}

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

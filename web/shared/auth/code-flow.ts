import * as oauth from "oauth4webapi";
import type { LoginWish } from "./auth.ts";
import { readJson, type Session } from "./store.ts";

/** One attempt to log in, kept in this tab while the person is away at the identity provider. */
interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  /** Where the person was: the part of the address after `#`. */
  readonly screen: string;
}

const attemptKey = "login-attempt";

export const codeFlow = ({ channel, issuer }: { readonly channel: string; readonly issuer: string }) => {
  const client: oauth.Client = { client_id: `one-window-${channel}` };
  const comeBackTo = `${location.origin}/${channel}/`;
  // Plain HTTP is the loopback address of an engineer's machine; browsers allow it nowhere else from a secure page.
  const options = { [oauth.allowInsecureRequests]: new URL(issuer).hostname === "127.0.0.1" };
  const server = async (): Promise<oauth.AuthorizationServer> =>
    oauth.processDiscoveryResponse(new URL(issuer), await oauth.discoveryRequest(new URL(issuer), options));

  return {
    /** The address to go to. */
    begin: async ({ acrValues, maxAgeSeconds, language }: LoginWish): Promise<string> => {
      const { authorization_endpoint } = await server();
      const attempt: Attempt = {
        state: oauth.generateRandomState(),
        verifier: oauth.generateRandomCodeVerifier(),
        nonce: oauth.generateRandomNonce(),
        screen: location.hash,
      };
      sessionStorage.setItem(attemptKey, JSON.stringify(attempt));
      const address = new URL(authorization_endpoint as string);
      const parameters = {
        response_type: "code",
        client_id: client.client_id,
        redirect_uri: comeBackTo,
        scope: "openid cases",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        ...(acrValues !== undefined && { acr_values: acrValues }),
        ...(maxAgeSeconds !== undefined && { max_age: String(maxAgeSeconds) }),
        ...(language !== undefined && { ui_locales: language }),
      };
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      return address.href;
    },

    /** Exchanges the code that came back. No session: the person turned back, or this tab knows of no attempt. */
    complete: async (address: URL): Promise<{ session?: Session; screen: string }> => {
      const attempt = readJson<Attempt>(attemptKey);
      sessionStorage.removeItem(attemptKey);
      if (!attempt) return { screen: "" };
      const { screen, state, nonce, verifier } = attempt;
      if (address.searchParams.has("error")) return { screen };
      const as = await server();
      const answer = oauth.validateAuthResponse(as, client, address, state);
      const request = await oauth.authorizationCodeGrantRequest(
        as,
        client,
        oauth.None(),
        answer,
        comeBackTo,
        verifier,
        options,
      );
      const tokens = await oauth.processAuthorizationCodeResponse(as, client, request, { expectedNonce: nonce });
      return { session: sessionOf(tokens), screen };
    },

    endAddress: async (idToken: string): Promise<string> => {
      const address = new URL((await server()).end_session_endpoint as string);
      address.searchParams.set("id_token_hint", idToken);
      address.searchParams.set("post_logout_redirect_uri", comeBackTo);
      return address.href;
    },
  };
};

/** The name is read from the ID token; what the access token says is the API's business alone. */
export const sessionOf = (tokens: oauth.TokenEndpointResponse): Session => {
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  return {
    accessToken: tokens.access_token,
    idToken: tokens.id_token ?? "",
    expiresAt: Date.now() + (tokens.expires_in ?? 60) * 1000,
    name: typeof claims?.name === "string" ? claims.name : "",
  };
};

import { type DeviceKey, proofOf } from "../../shared/api/client/device-proof.ts";
import type { Session } from "../shared/auth/store.ts";

const clientId = "one-window-kiosk";
const grant = "urn:ietf:params:oauth:grant-type:device_code";

/** How old a log-in on the phone may be: it then carries through signing and paying while its token lasts. */
const usualAge = 300;

/** What the kiosk shows, so that a person can log it in from their own phone (RFC 8628). */
export interface Invitation {
  /** To be typed, should nobody be able to scan. */
  readonly userCode: string;
  /** To be scanned. */
  readonly address: string;
  readonly expiresAt: number;
  /** The session, once the person has confirmed on the phone; nothing when they declined or took too long. */
  readonly answered: (signal: AbortSignal) => Promise<Session | undefined>;
}

interface Endpoints {
  readonly device_authorization_endpoint: string;
  readonly token_endpoint: string;
}

interface TokenAnswer {
  readonly access_token?: string;
  readonly id_token?: string;
  readonly expires_in?: number;
  readonly error?: string;
}

/** Begins a log-in that is confirmed on the phone with a second factor, newly given if the last one is older than this. */
export const inviteToLogIn = async (
  issuer: string,
  key: DeviceKey,
  { maxAgeSeconds = usualAge }: { readonly maxAgeSeconds?: number | undefined } = {},
): Promise<Invitation> => {
  const endpoints = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Endpoints;
  const started = (await (
    await post(endpoints.device_authorization_endpoint, {
      client_id: clientId,
      scope: "openid cases",
      acr_values: "urn:one-window:acr:two-factor",
      max_age: String(maxAgeSeconds),
    })
  ).json()) as {
    readonly device_code: string;
    readonly user_code: string;
    readonly verification_uri_complete: string;
    readonly expires_in: number;
    readonly interval?: number;
  };
  const expiresAt = Date.now() + started.expires_in * 1000;
  const ask = async (): Promise<TokenAnswer> => {
    const url = endpoints.token_endpoint;
    const dpop = await proofOf(key, { method: "POST", url });
    const form = { grant_type: grant, device_code: started.device_code, client_id: clientId };
    return (await (await post(url, form, { dpop })).json()) as TokenAnswer;
  };
  return {
    userCode: started.user_code,
    address: started.verification_uri_complete,
    expiresAt,
    answered: async (signal) => {
      let seconds = started.interval ?? 2;
      while (!signal.aborted && Date.now() < expiresAt) {
        await pause(seconds * 1000);
        if (signal.aborted) return undefined;
        const answer = await ask();
        if (answer.access_token !== undefined) return sessionOf(answer);
        if (answer.error === "slow_down") seconds += 5;
        else if (answer.error !== "authorization_pending") return undefined;
      }
      return undefined;
    },
  };
};

const post = (url: string, form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: "POST", body: new URLSearchParams(form), headers, credentials: "omit" });

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const sessionOf = ({ access_token = "", id_token = "", expires_in = 60 }: TokenAnswer): Session => ({
  accessToken: access_token,
  idToken: id_token,
  expiresAt: Date.now() + expires_in * 1000,
  name: claimsIn(id_token).name ?? "",
});

/** Whose log-in it is, so that no second person goes on where a first one was. */
export const subjectOf = ({ idToken }: Session): string => claimsIn(idToken).sub ?? "";

/** Who logged in, to greet them; what they may do is the API's business. */
const claimsIn = (idToken: string): { readonly sub?: string; readonly name?: string } => {
  const payload = (idToken.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes) || "{}") as { readonly sub?: string; readonly name?: string };
};

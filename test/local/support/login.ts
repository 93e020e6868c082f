import { createHash, randomBytes } from "node:crypto";
import { clientId } from "../../../infra/local/identity-provider/clients.ts";
import type { Channel } from "../../../shared/cases/case.ts";

export type Visit = (url: string, init?: RequestInit) => Promise<Response>;

/** A browser as far as a login needs one: it keeps cookies and follows redirects by hand. */
export const browser = (): Visit => {
  const cookies = new Map<string, string>();
  return async (url, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const text of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (text.split(";")[0] as string).split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
};

/** Follows redirects until a page is shown or `stop` is reached. */
export const follow = async (visit: Visit, from: string, stop = "/callback"): Promise<{ url: URL; page: string }> => {
  let url = new URL(from);
  for (let hops = 0; hops < 10; hops += 1) {
    if (url.pathname.endsWith(stop)) return { url, page: "" };
    const response = await visit(url.href);
    if (![302, 303].includes(response.status)) return { url, page: await response.text() };
    url = new URL(response.headers.get("location") as string, url);
  }
  throw new Error(`too many redirects from ${from}`);
};

export interface Flow {
  readonly issuer: string;
  readonly channel?: Channel;
  readonly callback?: string;
}

/** The code flow with PKCE as a web client runs it. */
export const codeFlow = ({ issuer, channel = "mobile", callback = "http://127.0.0.1:7400/mobile/callback" }: Flow) => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const client = { client_id: clientId(channel), redirect_uri: callback };
  return {
    address: (parameters: Record<string, string> = {}): string =>
      `${issuer}/auth?${new URLSearchParams({
        ...client,
        response_type: "code",
        scope: "openid cases",
        code_challenge: challenge,
        code_challenge_method: "S256",
        ...parameters,
      })}`,
    exchange: (code: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${issuer}/token`, {
        method: "POST",
        headers,
        body: new URLSearchParams({ grant_type: "authorization_code", ...client, code, code_verifier: verifier }),
      }),
  };
};

/** The six digits that the sandbox's text message brings. */
export const codeOn = (page: string): string => /<code>(\d{6})<\/code>/.exec(page)?.[1] as string;

/** Chooses a person on the login page, and confirms it where the next page asks for that. */
export const choose = async (visit: Visit, at: URL, login: string): Promise<{ url: URL; page: string }> => {
  const post = (form: Record<string, string>) => visit(at.href, { method: "POST", body: new URLSearchParams(form) });
  let answer = await post({ login });
  if (answer.status === 200) answer = await post({ login, code: codeOn(await answer.text()) });
  return follow(visit, new URL(answer.headers.get("location") as string, at).href);
};

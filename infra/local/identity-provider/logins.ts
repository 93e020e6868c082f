import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { acrValues } from "../../../shared/people/authentication.ts";
import { channelOf } from "./clients.ts";
import { wantsSecondFactor } from "./login-policy.ts";
import { loginPage } from "./pages/login-page.ts";
import { languageOf } from "./pages/oidc-pages.ts";
import { secondFactorPage } from "./pages/second-factor-page.ts";
import { findInhabitant } from "./tokens.ts";

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** The pages on which people say who they are: choose a person, then confirm it where a second factor is wanted. */
export const logins = (oidc: Provider, secret: string) => {
  /** What a text message would bring: another code for each login and person. */
  const codeOf = (uid: string, login: string): string => {
    const digest = createHmac("sha256", secret).update(`${uid} ${login}`).digest();
    return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
  };

  const show = (
    request: IncomingMessage,
    response: ServerResponse,
    { uid, params, session }: Interaction,
    {
      login = session?.accountId,
      wasWrong = false,
    }: { readonly login?: string | undefined; readonly wasWrong?: boolean },
  ): void => {
    const language = languageOf(params.ui_locales, request.headers["accept-language"]);
    const person = login === undefined ? undefined : findInhabitant(login);
    const client = String(params.client_id);
    const html =
      person && wantsSecondFactor(params.acr_values, client)
        ? secondFactorPage({
            uid,
            login: person.login,
            name: person.name,
            code: codeOf(uid, person.login),
            language,
            wasWrong,
          })
        : loginPage(uid, language, channelOf(client) === "console");
    response.writeHead(wasWrong ? 422 : 200, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(html);
  };

  return {
    async ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const interaction = await oidc.interactionDetails(request, response);
      // Whoever is to log in afresh (prompt=login) chooses afresh; a session that only lacks a factor is known.
      const isForgotten = interaction.prompt.reasons.includes("login_prompt");
      show(request, response, interaction, isForgotten ? { login: undefined } : {});
    },

    async answer(request: IncomingMessage, response: ServerResponse, form: URLSearchParams): Promise<void> {
      const interaction = await oidc.interactionDetails(request, response);
      const { uid, params } = interaction;
      const login = form.get("login") ?? "";
      const code = form.get("code") ?? undefined;
      const isWanted = wantsSecondFactor(params.acr_values, String(params.client_id));
      const isKnown = findInhabitant(login) !== undefined;
      if (isKnown && isWanted && code !== codeOf(uid, login)) {
        show(request, response, interaction, { login, wasWrong: code !== undefined });
        return;
      }
      const factors = isWanted
        ? { acr: acrValues.twoFactor, amr: ["pwd", "otp", "mfa"] }
        : { acr: acrValues.singleFactor, amr: ["pwd"] };
      const result = isKnown
        ? { login: { accountId: login, remember: false, ...factors } }
        : { error: "access_denied", error_description: "Nobody has this login" };
      await oidc.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    },
  };
};

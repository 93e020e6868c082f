import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { closeServer, listen } from "../listen.ts";
import { readText } from "../read-text.ts";
import { providerKeys } from "./keys.ts";
import { type SandboxKiosk, sandboxKiosks } from "./kiosks.ts";
import { logins } from "./logins.ts";
import { createOidc } from "./oidc.ts";
import { lifetimeSeconds, mintToken, TokenOrder } from "./tokens.ts";

export interface IdentityProvider {
  readonly issuer: string;
  /** A token for a person of the sandbox, or one with something wrong with it. */
  token(order: TokenOrder): Promise<string>;
  /** With their keys, as a test plays them. */
  readonly kiosks: readonly SandboxKiosk[];
  close(): Promise<void>;
}

const longestBody = 65_536;

/**
 * The identity provider of the sandbox: OpenID Connect with discovery, the code flow with PKCE for public clients, and
 * access tokens as RS256 JWTs. Beside that it has doors that no real one has: `POST /sandbox/tokens` and
 * `GET /sandbox/tokens/{login}` give a token without a browser, `GET /sandbox/kiosks/{id}` the key of an invented kiosk.
 */
export const startIdentityProvider = async ({
  folder,
  port = 0,
}: {
  readonly folder: string;
  readonly port?: number;
}): Promise<IdentityProvider> => {
  const keys = await providerKeys(folder);
  const kiosks = await sandboxKiosks(folder);
  const server = createServer();
  const issuer = await listen(server, port, "the identity provider");
  const oidc = createOidc(issuer, keys);
  const mint = (order: TokenOrder): Promise<string> => mintToken(order, issuer, keys, kiosks);
  const answerByOidc = oidc.callback();
  const { ask, answer: answerLogin } = logins(oidc, keys.cookies);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = "/" } = request;
    const uid = /^\/login\/([\w-]+)$/.exec(url)?.[1];
    const kioskId = /^\/sandbox\/kiosks\/([\w-]+)$/.exec(url)?.[1];
    const login = /^\/sandbox\/tokens\/([\w-]+)$/.exec(url)?.[1];
    if (method === "POST" && url === "/sandbox/tokens") {
      const order = TokenOrder.parse(JSON.parse(await readText(request, longestBody)));
      const accessToken = await mint(order);
      const { expiresInSeconds = lifetimeSeconds } = order;
      send(response, 200, { access_token: accessToken, token_type: "Bearer", expires_in: expiresInSeconds });
    } else if (method === "GET" && login !== undefined) {
      // Bare, for a shell: TOKEN=$(curl -s .../sandbox/tokens/seller-wei)
      const accessToken = await mint({ login });
      response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).end(accessToken);
    } else if (method === "GET" && kioskId !== undefined) {
      const kiosk = kiosks.find(({ id }) => id === kioskId);
      response.setHeader("access-control-allow-origin", "*");
      send(response, kiosk ? 200 : 404, kiosk ?? { error: "not_found" });
    } else if (method === "GET" && uid !== undefined) {
      await ask(request, response);
    } else if (method === "POST" && uid !== undefined) {
      await answerLogin(request, response, new URLSearchParams(await readText(request, longestBody)));
    } else {
      await answerByOidc(request, response);
    }
  };
  server.on("request", (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const isCallersMistake = error instanceof z.ZodError || error instanceof SyntaxError || isOidcRefusal(error);
      if (response.headersSent) response.destroy();
      else
        send(response, isCallersMistake ? 400 : 500, { error: "invalid_request", error_description: reasonOf(error) });
    });
  });
  return { issuer, kiosks, token: mint, close: () => closeServer(server) };
};

const isOidcRefusal = (error: unknown): boolean =>
  error instanceof Error && (error as { readonly statusCode?: number }).statusCode === 400;

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
};

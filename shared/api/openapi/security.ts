import { needsToken, type Route } from "../routes.ts";

export const securitySchemes = {
  accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "OpenID Connect access token" },
  callbackToken: { type: "apiKey", in: "header", name: "x-callback-token" },
};

export const security = (route: Route): Record<string, unknown> => {
  if (needsToken(route)) return { security: [{ accessToken: [] }] };
  return { security: route.access === "authority" ? [{ callbackToken: [] }] : [] };
};

/** Whatever the gateway answers before a function is asked has the gateway's body; nothing we write can change it. */
export const gatewayNote = [
  "Problems are RFC 9457 `application/problem+json`; programs go by `code`. Texts are Chinese unless Accept-Language asks for English.",
  'The gateway answers some requests itself, with its own JSON body `{"message": "..."}` in English: 401 for a missing, expired or forged token, 404 for an unknown address, 413 for a body of more than 10 MB, 429, and 5xx. The typed client turns these into problems with codes of the same list.',
  "Money is a decimal string in yuan, days are YYYY-MM-DD, moments are UTC.",
].join("\n\n");

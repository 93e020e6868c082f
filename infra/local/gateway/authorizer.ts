import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Authorizer } from "./event.ts";

export type Verdict =
  | { readonly admitted: true; readonly authorizer: Authorizer }
  | { readonly admitted: false; readonly challenge: string };

export type Authorize = (authorization: string | undefined) => Promise<Verdict>;

/**
 * The JWT authorizer of an HTTP API: the signing keys come from the issuer's discovery document, RS256 only, and `iss`,
 * `aud` (or `client_id` where there is no `aud`), `exp`, `nbf` and `iat` are checked with no allowance for clocks.
 */
export const jwtAuthorizer = ({
  issuer,
  audience,
}: {
  readonly issuer: string;
  readonly audience: readonly string[];
}): Authorize => {
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  const keys = () => {
    discovered ??= discover(issuer).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return async (authorization) => {
    const token = authorization?.replace(/^bearer(?:\s+|$)/i, "").trim();
    if (!token) return { admitted: false, challenge: "Bearer" };
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        issuer,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
      });
      refuseForeignAudience(payload, audience);
      refuseFutureIssue(payload);
      return { admitted: true, authorizer: authorizerOf(payload) };
    } catch (error) {
      const description = describe(error);
      if (description === undefined) throw error;
      return { admitted: false, challenge: `Bearer scope="" error="invalid_token" error_description="${description}"` };
    }
  };
};

// Bounds of the service for the issuer's documents.
const documentTimeoutMilliseconds = 1500;

const discover = async (issuer: string) => {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(documentTimeoutMilliseconds),
  });
  const { issuer: named, jwks_uri: address } = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (named !== issuer || address === undefined) throw new Error(`${issuer} does not describe itself as an issuer`);
  const published = createRemoteJWKSet(new URL(address), { timeoutDuration: documentTimeoutMilliseconds });
  const keyOf: JWTVerifyGetKey = (header, token) => {
    // The service finds the key by its name only, even where the issuer has a single one.
    if (header.kid === undefined) throw new WrongClaim("the token does not name its key");
    return published(header, token);
  };
  return keyOf;
};

class WrongClaim extends Error {}

const refuseForeignAudience = ({ aud, client_id: clientId }: JWTPayload, audience: readonly string[]): void => {
  const named = aud === undefined ? [clientId] : [aud].flat();
  if (!named.some((each) => audience.includes(each as string))) {
    throw new WrongClaim("the token does not have a valid audience");
  }
};

const refuseFutureIssue = ({ iat }: JWTPayload): void => {
  if (iat !== undefined && iat > Math.floor(Date.now() / 1000)) throw new WrongClaim("the token is not valid yet");
};

/** The one about the audience is published; the others say the same as the service does, in words of our own. */
const describe = (error: unknown): string | undefined => {
  if (error instanceof WrongClaim) return error.message;
  if (error instanceof errors.JWTExpired) return "the token has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "iss") return "the token does not have a valid issuer";
    if (error.claim === "nbf") return "the token is not valid yet";
    return `the token does not have a valid ${error.claim}`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "the token was signed with an unknown key";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "the token's signature is invalid";
  if (error instanceof errors.JOSEAlgNotAllowed) return "the token's algorithm is not accepted";
  if (error instanceof errors.JOSEError) return "the token cannot be read";
  return undefined;
};

const authorizerOf = (payload: JWTPayload): Authorizer => ({
  jwt: {
    claims: Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)])),
    scopes: typeof payload.scope === "string" ? payload.scope.split(" ") : null,
  },
});

/** Every claim reaches the function as text, the way Go prints it: a list is `[resident officer]`. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(" ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `map[${entries.map(([name, each]) => `${name}:${claimText(each)}`).join(" ")}]`;
  }
  return String(value);
};

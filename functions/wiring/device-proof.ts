import { type Instant, toMilliseconds } from "../../shared/kernel/instant.ts";
import type { HttpEvent } from "./read-request.ts";

/** How old a proof may be, and how far a kiosk's clock may be ahead. */
const longestSeconds = 60;
const aheadSeconds = 5;

/**
 * Whether a request proves that it comes from the device whose key the token is bound to: a DPoP proof (RFC 9449) over
 * this very method, address and token, made within the last minute. Anybody who has only copied the token, or a proof
 * of another request, fails.
 *
 * The scheme stays `Bearer`: an HTTP API's JWT authorizer takes no other, and what makes the token worthless elsewhere
 * is the proof, which we demand for each token that names a key.
 */
export const provesDevice = async (
  event: HttpEvent,
  {
    thumbprint,
    now,
    clientsHost,
  }: { readonly thumbprint: string; readonly now: Instant; readonly clientsHost: string | undefined },
): Promise<boolean> => {
  const { headers, rawPath, requestContext } = event;
  const proof = headers.dpop;
  const token = headers.authorization?.replace(/^bearer\s+/i, "");
  if (proof === undefined || proof.length > 4096 || token === undefined) return false;
  // Kiosks alone need it: everybody else's function never loads it.
  const { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } = await import("jose");
  try {
    const currentDate = new Date(toMilliseconds(now));
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: "dpop+jwt",
      algorithms: ["ES256"],
      requiredClaims: ["jti", "htm", "htu", "ath", "iat"],
      maxTokenAge: longestSeconds,
      clockTolerance: aheadSeconds,
      currentDate,
    });
    const { jwk } = protectedHeader;
    if (jwk === undefined || (await calculateJwkThumbprint(jwk)) !== thumbprint) return false;
    if (payload.htm !== requestContext.http.method) return false;
    if (payload.ath !== (await hashOf(token))) return false;
    // What serves the clients passes calls on under the API's own name: the kiosk called, and signed, the clients'.
    const hosts = [headers.host ?? requestContext.domainName, clientsHost];
    return hosts.some((host) => isAddress(payload.htu, host, rawPath));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return false;
    throw error;
  }
};

const hashOf = async (token: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Buffer.from(digest).toString("base64url");
};

/** Host and path; the scheme ends at the gateway, and the query is not part of what is signed (RFC 9449, 4.2). */
const isAddress = (address: unknown, host: string | undefined, path: string): boolean => {
  if (typeof address !== "string" || !URL.canParse(address)) return false;
  const { host: named, pathname } = new URL(address);
  try {
    return named === host && decodeURIComponent(pathname) === path;
  } catch {
    return false;
  }
};

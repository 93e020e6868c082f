import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { readBureauSecret } from "../kernel/bureau-secret.ts";
import type { AuthorityId } from "./authorities.ts";

/** What a call's signature covers: whatever decides what is done, for whom, and where its late answer goes. */
export interface SignedCall {
  readonly method: "POST";
  readonly path: string;
  /** Milliseconds since 1970, as text. */
  readonly timestamp: string;
  readonly idempotencyKey: string;
  readonly callbackUrl: string;
  readonly callbackToken: string;
  readonly body: string;
}

/** Each authority has a key of its own: none can sign for us towards another, or learn the bureau's secret. */
export const authorityKey = (secret: string, authority: AuthorityId): KeyObject =>
  createSecretKey(createHmac("sha256", readBureauSecret(secret).lasting).update(`authority/${authority}`).digest());

/** HMAC-SHA256 in hexadecimal over the call's lines, the body as its SHA-256. */
export const signatureOf = (key: KeyObject, call: SignedCall): string =>
  createHmac("sha256", key)
    .update(
      [
        call.method,
        call.path,
        call.timestamp,
        call.idempotencyKey,
        call.callbackUrl,
        call.callbackToken,
        createHash("sha256").update(call.body).digest("hex"),
      ].join("\n"),
    )
    .digest("hex");

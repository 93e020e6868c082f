import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { AuthorityId } from "../../../../shared/connectors/authorities.ts";

const allowedSkewMilliseconds = 5 * 60_000;

/** The key that the bureau handed to this authority; derived here so that one secret configures the whole sandbox. */
export const keyOf = (secret: string, authority: AuthorityId): KeyObject =>
  createSecretKey(createHmac("sha256", secret).update(`authority/${authority}`).digest());

/** Whether a call comes from the bureau, is fresh and is untouched; otherwise what is wrong with it. */
export const whatIsWrongWith = (
  key: KeyObject,
  call: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string; readonly now: number },
): "signature-invalid" | "timestamp-out-of-range" | undefined => {
  const header = (name: string): string => {
    const value = call.headers[name];
    return typeof value === "string" ? value : "";
  };
  const timestamp = header("x-timestamp");
  const lines = [
    "POST",
    call.path,
    timestamp,
    header("idempotency-key"),
    header("x-callback-url"),
    header("x-callback-token"),
    createHash("sha256").update(call.body).digest("hex"),
  ];
  const expected = createHmac("sha256", key).update(lines.join("\n")).digest();
  const given = Buffer.from(header("x-signature"), "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "signature-invalid";
  // Only after the signature, so that nobody learns our clock by guessing.
  if (!(Math.abs(call.now - Number(timestamp)) <= allowedSkewMilliseconds)) return "timestamp-out-of-range";
  return undefined;
};

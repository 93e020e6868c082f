import { createHmac } from "node:crypto";
import { readBureauSecret } from "../kernel/bureau-secret.ts";
import type { Person } from "../packages/package.ts";
import type { PersonKey } from "./person-key.ts";

/** HMAC-SHA256 under the bureau's secret, in lower-case base32 (Crockford) of 26 characters (130 bits). */
export interface KeyedHash {
  /** `purpose` keeps hashes of different uses apart. */
  of(purpose: string, ...parts: readonly string[]): string;
  person(person: Pick<Person, "idType" | "idNumber">): PersonKey;
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

const base32 = (bytes: Uint8Array, length: number): string => {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
};

/** @param secret the bureau's, as it is kept; see `readBureauSecret` */
export const keyedHash = (secret: string): KeyedHash => {
  const { lasting } = readBureauSecret(secret);
  const of = (purpose: string, ...parts: readonly string[]): string =>
    base32(
      createHmac("sha256", lasting)
        .update(JSON.stringify([purpose, ...parts]))
        .digest(),
      26,
    );
  return {
    of,
    person: ({ idType, idNumber }) => of("person", idType, idNumber.toUpperCase()) as PersonKey,
  };
};

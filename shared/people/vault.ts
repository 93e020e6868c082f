import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * Packs what is stored: compressed, since a write is billed by its bytes, and sealed with AES-256-GCM, since it is about
 * people. `context` binds packed bytes to their place.
 */
export interface Vault {
  seal(value: unknown, context: string): Uint8Array;
  /** @throws Error when the bytes were altered, moved from their place or sealed under another key. */
  open(sealed: Uint8Array, context: string): unknown;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export const localVault = (secret: string): Vault => {
  const key = Buffer.from(hkdfSync("sha256", secret, "one-window", "vault-v1", 32));
  return {
    seal(value, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
      const packed = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), packed]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const nonce = bytes.subarray(0, nonceBytes);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
      const packed = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return JSON.parse(inflateRawSync(packed).toString("utf8"));
    },
  };
};

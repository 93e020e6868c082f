import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals private values before they are stored. AES-256-GCM; `context` binds a sealed text to its place. */
export interface Vault {
  seal(value: unknown, context: string): string;
  /** @throws Error when the text was altered, moved from its place or sealed under another key. */
  open(sealed: string, context: string): unknown;
}

const nonceBytes = 12;
const tagBytes = 16;

export const localVault = (secret: string): Vault => {
  const key = Buffer.from(hkdfSync("sha256", secret, "one-window", "vault-v1", 32));
  return {
    seal(value, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64");
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, "base64");
      const nonce = bytes.subarray(0, nonceBytes);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return JSON.parse(text.toString("utf8"));
    },
  };
};

import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Of every key here. */
export const keyBytes = 32;

/** AES-256-GCM: nonce, tag and what was closed. `context` binds it to its place. */
export const close = (key: CipherKey, content: Uint8Array, context: string): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  const closed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]);
};

/** @throws Error for another key, another place, or a single bit that is not as it was */
export const unclose = (key: CipherKey, closed: Uint8Array, context: string): Buffer => {
  const nonce = closed.subarray(0, nonceBytes);
  const tag = closed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(closed.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { pack, unpack } from "../cases/packing/pack.ts";
import { readBureauSecret } from "../kernel/bureau-secret.ts";
import { close, keyBytes, unclose } from "./aes-gcm.ts";

/**
 * Packs what is stored: compressed, since a write is billed by its bytes, and sealed with AES-256-GCM, since it is about
 * people. `context` binds packed bytes to their place.
 */
export interface Vault {
  seal(value: unknown, context: string): Uint8Array;
  /** @throws Error when the bytes were altered, moved from their place or sealed under a key that is not held. */
  open(sealed: Uint8Array, context: string): unknown;
  /** The same sealed under the present key; nothing when it is already. @throws Error as `open` */
  resealed(sealed: Uint8Array, context: string): Uint8Array | undefined;
}

/** @param secret the bureau's, as it is kept; its first sealing key seals, every one of them opens */
export const localVault = (secret: string): Vault => {
  const keys = readBureauSecret(secret).sealing.map(keyFrom);
  const seal = (packed: Uint8Array, context: string): Uint8Array => close(keys[0] as KeyObject, packed, context);
  const open = (sealed: Uint8Array, context: string): { readonly packed: Buffer; readonly isPresent: boolean } => {
    const bytes = Buffer.from(sealed);
    for (const [index, key] of keys.entries()) {
      const packed = openWith(key, bytes, context, index === keys.length - 1);
      if (packed) return { packed, isPresent: index === 0 };
    }
    throw new Error("nothing opens this");
  };
  return {
    seal: (value, context) => seal(pack(value), context),
    open: (sealed, context) => unpack(open(sealed, context).packed),
    resealed: (sealed, context) => {
      const { packed, isPresent } = open(sealed, context);
      return isPresent ? undefined : seal(packed, context);
    },
  };
};

const keyFrom = (secret: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", secret, "one-window", "vault-v1", keyBytes)));

/** What the key opens; a wrong one opens nothing, and the last says why. */
const openWith = (key: KeyObject, bytes: Buffer, context: string, isLast: boolean): Buffer | undefined => {
  try {
    return unclose(key, bytes, context);
  } catch (error) {
    if (isLast) throw error;
    return undefined;
  }
};

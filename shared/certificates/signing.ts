import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** Where certificates are signed: a key service in the cloud, a key on this machine otherwise. */
export interface Signer {
  readonly keyId: string;
  readonly algorithm: SignatureAlgorithm;
  /** PEM; published, so that anyone can check. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** RSASSA-PKCS1-v1_5 and ECDSA, both over SHA-256: what the key service offers everywhere. */
export type SignatureAlgorithm = "RSASSA_PKCS1_V1_5_SHA_256" | "ECDSA_SHA_256";

/** A detached signature: it stands beside the file, and whoever has both and the public key needs nobody else. */
export interface DetachedSignature {
  readonly keyId: string;
  readonly algorithm: SignatureAlgorithm;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  /** Base64; over the file's own bytes, so that `openssl dgst -sha256 -verify` checks it too. */
  readonly signature: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const signFile = async (signer: Signer, bytes: Uint8Array): Promise<DetachedSignature> => ({
  keyId: signer.keyId,
  algorithm: signer.algorithm,
  sha256: sha256(bytes),
  signature: Buffer.from(await signer.sign(bytes)).toString("base64"),
});

/** The offline check: no network, no clock, no end. */
export const isGenuineFile = (
  bytes: Uint8Array,
  { signature, sha256: told }: DetachedSignature,
  key: string,
): boolean => sha256(bytes) === told && verify("sha256", bytes, createPublicKey(key), Buffer.from(signature, "base64"));

/** Signs with a key on this machine. */
export const localSigner = (keyId: string, key: KeyObject): Signer => ({
  keyId,
  algorithm: key.asymmetricKeyType === "rsa" ? "RSASSA_PKCS1_V1_5_SHA_256" : "ECDSA_SHA_256",
  publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
  sign: async (bytes) => sign("sha256", bytes, key),
});

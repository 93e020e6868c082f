import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** A key by which files can be checked, for ever. */
export interface PublishedKey {
  /** Of the key itself (SHA-256 of its DER, 16 hexadecimal digits): the same key has the same id everywhere. */
  readonly keyId: string;
  readonly algorithm: SignatureAlgorithm;
  /** PEM. */
  readonly publicKey: string;
}

/** Where certificates are signed: a key service in the cloud, a key on this machine otherwise. */
export interface Signer extends PublishedKey {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** RSASSA-PKCS1-v1_5 and ECDSA, both over SHA-256: what the key service offers everywhere and `openssl` checks. */
export const signatureAlgorithms = ["RSASSA_PKCS1_V1_5_SHA_256", "ECDSA_SHA_256"] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What is published of a public key. @throws Error for a key that is neither RSA nor on an elliptic curve */
export const publishedKey = (key: KeyObject): PublishedKey => ({
  keyId: sha256(key.export({ type: "spki", format: "der" })).slice(0, 16),
  algorithm: algorithmOf(key),
  publicKey: key.export({ type: "spki", format: "pem" }).toString(),
});

const algorithmOf = ({ asymmetricKeyType }: KeyObject): SignatureAlgorithm => {
  if (asymmetricKeyType === "rsa") return "RSASSA_PKCS1_V1_5_SHA_256";
  if (asymmetricKeyType === "ec") return "ECDSA_SHA_256";
  throw new Error(`Certificates are not signed with keys of the type ${asymmetricKeyType}`);
};

/** Signs with a key on this machine. */
export const localSigner = (key: KeyObject): Signer => ({
  ...publishedKey(createPublicKey(key)),
  sign: async (bytes) => sign("sha256", bytes, key),
});

export const isSignedBy = ({ publicKey }: PublishedKey, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify("sha256", bytes, createPublicKey(publicKey), signature);

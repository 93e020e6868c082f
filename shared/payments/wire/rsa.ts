import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from "node:crypto";

/** SHA256 with RSA (PKCS#1 v1.5), base64: what both wallets sign with. */
export const rsaSign = (key: KeyObject, text: string): string =>
  sign("sha256", Buffer.from(text), key).toString("base64");

/** Only the signature as it was written: a lenient reader takes `_` for `/`, and letters that it does not know for nothing. */
export const rsaVerify = (key: KeyObject, bytes: Buffer, signature: string): boolean => {
  const signed = Buffer.from(signature, "base64");
  return signed.toString("base64") === signature && verify("sha256", bytes, key, signed);
};

/** A wallet's key, and when it may be used. A bare public key has no term of its own. */
export interface WalletKey {
  readonly key: KeyObject;
  readonly validFrom?: number;
  readonly validTo?: number;
}

/** From a certificate or a public key, in PEM, or in bare base64 as Alipay's console hands it out. */
export const walletKey = (text: string): WalletKey => {
  if (text.includes("BEGIN CERTIFICATE")) {
    const certificate = new X509Certificate(text);
    return {
      key: certificate.publicKey,
      validFrom: Date.parse(certificate.validFrom),
      validTo: Date.parse(certificate.validTo),
    };
  }
  const pem = text.includes("BEGIN") ? text : `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`;
  return { key: createPublicKey(pem) };
};

export const isValidAt = ({ validFrom, validTo }: WalletKey, milliseconds: number): boolean =>
  (validFrom === undefined || milliseconds >= validFrom) && (validTo === undefined || milliseconds <= validTo);

/** Our own key, in PEM, or in bare base64 (PKCS#8). */
export const merchantKey = (text: string): KeyObject =>
  createPrivateKey(text.includes("BEGIN") ? text : `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`);

import { createDecipheriv, type KeyObject, randomBytes } from "node:crypto";
import type { NoticeFault } from "../wallet.ts";
import { isValidAt, rsaSign, rsaVerify, type WalletKey } from "../wire/rsa.ts";

/*
 * WeChat Pay's APIv3 signatures: SHA256 with RSA over lines that end in a line feed each, both ways.
 */

const scheme = "WECHATPAY2-SHA256-RSA2048";

/** The Authorization header of a request. */
export const authorization = (
  request: { readonly method: string; readonly url: URL; readonly body: string },
  signer: { readonly merchantId: string; readonly merchantSerial: string; readonly merchantKey: KeyObject },
  at: number,
  nonce: string = randomBytes(16).toString("hex"),
): string => {
  const timestamp = String(Math.floor(at / 1000));
  const { pathname, search } = request.url;
  const text = `${request.method}\n${pathname}${search}\n${timestamp}\n${nonce}\n${request.body}\n`;
  const fields = {
    mchid: signer.merchantId,
    nonce_str: nonce,
    signature: rsaSign(signer.merchantKey, text),
    timestamp,
    serial_no: signer.merchantSerial,
  };
  return `${scheme} ${Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(",")}`;
};

/** How far WeChat Pay's clock and ours may be apart; its own rule. */
const mostSkewSeconds = 300;

/** WeChat Pay now and then signs wrongly on purpose, to see who does not look. */
const probe = "WECHATPAY/SIGNTEST/";

/** Checks the signature of a notice or an answer over the bytes as they came; says what is wrong, or nothing. */
export const signatureFault = (
  headers: Readonly<Record<string, string | undefined>>,
  body: Buffer,
  keys: ReadonlyMap<string, WalletKey>,
  nowMilliseconds: number,
): NoticeFault | undefined => {
  const timestamp = headers["wechatpay-timestamp"];
  const nonce = headers["wechatpay-nonce"];
  const signature = headers["wechatpay-signature"];
  const serial = headers["wechatpay-serial"];
  if (!timestamp || !nonce || !signature || !serial) return "headers-missing";
  if ((headers["wechatpay-signature-type"] ?? scheme) !== scheme) return "signature-type-unknown";
  if (!/^\d{1,12}$/.test(timestamp)) return "clock-off";
  if (Math.abs(nowMilliseconds / 1000 - Number(timestamp)) > mostSkewSeconds) return "clock-off";
  const key = keys.get(serial);
  if (key === undefined) return "serial-unknown";
  if (!isValidAt(key, nowMilliseconds)) return "serial-not-valid-now";
  if (signature.startsWith(probe)) return "signature-probe";
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from("\n")]);
  return rsaVerify(key.key, signed, signature) ? undefined : "signature-wrong";
};

export interface Sealed {
  readonly nonce: string;
  readonly associated_data: string;
  readonly ciphertext: string;
}

const tagBytes = 16;

/** Opens an AEAD_AES_256_GCM resource; an Error when it was altered or sealed under another key. */
export const openSealed = (apiKey: Buffer, { nonce, associated_data, ciphertext }: Sealed): string => {
  const bytes = Buffer.from(ciphertext, "base64");
  const decipher = createDecipheriv("aes-256-gcm", apiKey, Buffer.from(nonce), { authTagLength: tagBytes })
    .setAAD(Buffer.from(associated_data))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()]);
  return text.toString("utf8");
};

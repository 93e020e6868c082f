import { isSignedBy, type PublishedKey, type Signer } from "./signing.ts";

/*
 * The signature travels in the file. What was signed is followed by an update that changes nothing for a PDF reader: one
 * comment, then the end of a PDF once more.
 *
 *   %signature KEY-ID BASE64
 *   startxref
 *   NUMBER
 *   %%EOF
 */
const mark = "\n%signature ";

/** Signs a PDF over all its bytes and writes the signature behind them. */
export const signFile = async (signer: Signer, pdf: Uint8Array): Promise<Uint8Array> => {
  const signature = await signer.sign(pdf);
  return Buffer.concat([pdf, Buffer.from(tailOf(pdf, signer.keyId, signature), "latin1")]);
};

const tailOf = (pdf: Uint8Array, keyId: string, signature: Uint8Array): string => {
  const text = Buffer.from(pdf).toString("latin1");
  const startOfTable = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  if (startOfTable === undefined) throw new Error("not a whole PDF");
  return `${mark}${keyId} ${Buffer.from(signature).toString("base64")}\nstartxref\n${startOfTable}\n%%EOF\n`;
};

/** What a file says of its own signature, before anybody believes it. */
export interface SignedFile {
  readonly keyId: string;
  /** The bytes that were signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Takes a file apart; nothing when it was never signed, or has not the one form that signing gives. */
export const readSignedFile = (file: Uint8Array): SignedFile | undefined => {
  const bytes = Buffer.from(file);
  const at = bytes.lastIndexOf(mark, undefined, "latin1");
  if (at < 0) return undefined;
  const [keyId = "", base64 = ""] =
    bytes
      .toString("latin1", at + mark.length)
      .split("\n", 1)[0]
      ?.split(" ") ?? [];
  const [signed, signature] = [bytes.subarray(0, at), Buffer.from(base64, "base64")];
  try {
    // Written anew and compared: not a byte behind what was signed can be another one either.
    if (tailOf(signed, keyId, signature) !== bytes.toString("latin1", at)) return undefined;
  } catch {
    return undefined;
  }
  return { keyId, signed, signature };
};

export type Genuineness = "genuine" | "altered" | "unknown-key" | "unsigned";

/** The offline check: no network, no clock, no end. `keys` are what the bureau publishes. */
export const checkFile = (file: Uint8Array, keys: readonly PublishedKey[]): Genuineness => {
  const found = readSignedFile(file);
  if (found === undefined) return "unsigned";
  const key = keys.find(({ keyId }) => keyId === found.keyId);
  if (key === undefined) return "unknown-key";
  return isSignedBy(key, found.signed, found.signature) ? "genuine" : "altered";
};

import { createHmac } from "node:crypto";

/** No character that looks like another: of 0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V at most one of a pair. 23 remain, a prime number. */
const alphabet = "34679ACDEFHJKMNPQRTUWXY";
const size = 23;
const bodyLength = 15;

/**
 * The anti-forgery code of a certificate, `ABCD-EFGH-JKMN-PQRT`: 15 characters that only the holder of the secret can
 * make (68 bits) and a check character. The same certificate has the same code, so that making it twice makes one.
 */
export const makeCode = (secret: string, certificateId: string): string => {
  let number = BigInt(`0x${createHmac("sha256", secret).update(`certificate-code/${certificateId}`).digest("hex")}`);
  let body = "";
  for (let position = 0; position < bodyLength; position += 1) {
    body += alphabet[Number(number % BigInt(size))];
    number /= BigInt(size);
  }
  return grouped(body + checkCharacter(body));
};

export type ReadCode =
  | { readonly kind: "code"; readonly code: string }
  /** Somebody mistyped it: no certificate ever had this code. */
  | { readonly kind: "mistyped" };

/** Reads a code as people type it: any case, with or without spaces and hyphens. */
export const readCode = (text: string): ReadCode => {
  if (text.length > 64) return { kind: "mistyped" };
  const characters = text.toUpperCase().replaceAll(/[\s-]/g, "");
  const body = characters.slice(0, bodyLength);
  const isCode = characters.length === bodyLength + 1 && [...characters].every((each) => alphabet.includes(each));
  if (!isCode || checkCharacter(body) !== characters[bodyLength]) return { kind: "mistyped" };
  return { kind: "code", code: grouped(characters) };
};

const grouped = (characters: string): string => (characters.match(/.{4}/g) ?? []).join("-");

/**
 * A weighted sum over a prime: no weight is 0 and no two are the same, so that one wrong character and any two characters
 * that changed places are always found.
 */
const checkCharacter = (body: string): string => {
  let total = 0;
  for (let position = 0; position < body.length; position += 1) {
    total += (position + 2) * alphabet.indexOf(body[position] ?? "");
  }
  return alphabet[total % size] ?? "";
};

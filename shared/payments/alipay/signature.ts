import type { KeyObject } from "node:crypto";
import { rsaSign, rsaVerify } from "../wire/rsa.ts";

/*
 * Alipay's RSA2: SHA256 with RSA over `name=value` pairs in the order of their names, joined with `&`; answers are signed
 * over the very bytes of their content.
 */

/** The parameters of a request with their signature. */
export const signedParameters = (
  parameters: Readonly<Record<string, string>>,
  key: KeyObject,
): Readonly<Record<string, string>> => {
  const named = Object.entries(parameters).filter(([, value]) => value !== "");
  const text = named
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return { ...Object.fromEntries(named), sign: rsaSign(key, text) };
};

/** A form as it came: decoded values as bytes, so that no guess about their characters enters the signature. */
export type RawForm = ReadonlyMap<string, Buffer>;

/** Reads a form; nothing when a name stands twice, since then it is open which one was meant. */
export const readForm = (body: Buffer): RawForm | undefined => {
  const form = new Map<string, Buffer>();
  for (const pair of body.toString("latin1").split("&")) {
    if (pair === "") continue;
    const [name = "", ...value] = pair.split("=").map((part) => decodeBytes(part));
    const key = name.toString("utf8");
    if (form.has(key)) return undefined;
    form.set(key, value.length > 0 ? Buffer.concat(joined(value)) : Buffer.alloc(0));
  }
  return form;
};

const decodeBytes = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll("+", " ")
      .replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
    "latin1",
  );

/** Base64 may end in `=` that was not escaped. */
const joined = (parts: readonly Buffer[]): readonly Buffer[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from("="), part]));

/** Whether a notice's form was signed by the holder of the key. */
export const isFormSigned = (form: RawForm, key: KeyObject): boolean => {
  const signature = form.get("sign")?.toString("latin1");
  if (signature === undefined) return false;
  const names = [...form.keys()].filter((name) => name !== "sign" && name !== "sign_type").sort();
  const parts = names.flatMap((name, index) => [
    Buffer.from(`${index === 0 ? "" : "&"}${name}=`),
    form.get(name) ?? Buffer.alloc(0),
  ]);
  return rsaVerify(key, Buffer.concat(parts), signature);
};

/** The bytes of a member's object as they stand in a JSON text: what the signature of an answer covers. */
export const rawMember = (json: string, name: string): string | undefined => {
  const match = new RegExp(`"${name}"\\s*:\\s*(?=\\{)`).exec(json);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  let depth = 0;
  let isInText = false;
  for (let index = start; index < json.length; index += 1) {
    const character = json[index];
    if (isInText) {
      if (character === "\\") index += 1;
      else if (character === '"') isInText = false;
      continue;
    }
    if (character === '"') isInText = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return json.slice(start, index + 1);
    }
  }
  return undefined;
};

import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Contract } from "../../shared/api/contract.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";

/** The gateway takes 10 MB; nothing that a person answers comes near this. */
export const maxBodyBytes = 256 * 1024;
export const maxDepth = 32;

/**
 * Reads a request's JSON body as far as that goes without knowing its schema.
 * @throws Refusal content-type-unsupported, body-too-large, body-missing, json-invalid, json-too-deep
 */
export const readBody = (
  { headers, body, isBase64Encoded }: Pick<APIGatewayProxyEventV2, "headers" | "body" | "isBase64Encoded">,
  bodyIs: Contract["bodyIs"],
): unknown => {
  if (body === undefined || body === "") {
    if (bodyIs === "required") throw new Refusal("body-missing");
    return {};
  }
  if (!isPlainJson(headers["content-type"]) || headers["content-encoding"] !== undefined) {
    throw new Refusal("content-type-unsupported");
  }
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.byteLength > maxBodyBytes) throw new Refusal("body-too-large");
  const value = parse(bytes);
  refuseOddities(value, 1);
  return value;
};

/** The body's own bytes: what a signature covers. @throws Refusal body-too-large */
export const readBytes = ({
  body = "",
  isBase64Encoded,
}: Pick<APIGatewayProxyEventV2, "body" | "isBase64Encoded">): Buffer => {
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.byteLength > maxBodyBytes) throw new Refusal("body-too-large");
  return bytes;
};

const isPlainJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? "");

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's message quotes the body, so it goes nowhere.
    throw new Refusal("json-invalid");
  }
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text for people holds
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const isText = (text: string): boolean => text.isWellFormed() && !controlCharacters.test(text);

/** What is JSON and yet could not be stored, shown or compared: lone surrogates, control characters, `__proto__`. */
const refuseOddities = (value: unknown, depth: number): void => {
  if (typeof value === "string" && !isText(value)) throw new Refusal("json-invalid");
  if (typeof value === "number" && !Number.isFinite(value)) throw new Refusal("json-invalid");
  if (typeof value !== "object" || value === null) return;
  if (depth > maxDepth) throw new Refusal("json-too-deep");
  for (const [key, each] of Object.entries(value)) {
    if (key === "__proto__" || !isText(key)) throw new Refusal("json-invalid");
    refuseOddities(each, depth + 1);
  }
};

import type { IncomingMessage } from "node:http";

/** What an HTTP API takes: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const limits = { requestLineAndHeaderBytes: 10_240, bodyBytes: 10 * 1024 * 1024 } as const;

/** A request with its body, before anything of it is judged. */
export interface WholeRequest {
  readonly method: string;
  /** Decoded, as the service hands it on and matches routes by; ends at a decoded question mark, as it does there. */
  readonly path: string;
  readonly rawQuery: string;
  /** By lower-case name, repeated ones joined by commas; cookies stand apart. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly protocol: string;
  readonly sourceIp: string;
  readonly body: Buffer;
}

export type Refused = { readonly refused: "bad-request" | "headers-too-large" | "body-too-large" };

export const readWholeRequest = async (request: IncomingMessage): Promise<WholeRequest | Refused> => {
  const body = await readBody(request);
  const { method = "", url = "/", rawHeaders } = request;
  const lineAndHeaders = [method, url, ...rawHeaders].reduce((total, text) => total + Buffer.byteLength(text), 0);
  if (lineAndHeaders > limits.requestLineAndHeaderBytes) return { refused: "headers-too-large" };
  if (body === undefined) return { refused: "body-too-large" };
  const [encodedPath = "", ...query] = url.split("?");
  const path = decodePath(encodedPath);
  if (path === undefined) return { refused: "bad-request" };
  return {
    method,
    path,
    rawQuery: query.join("?"),
    ...separateCookies(rawHeaders),
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
    body,
  };
};

// The rest of a body that is too long is read and thrown away: a caller that is cut off in the middle of sending sees a
// broken connection in place of the answer.
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limits.bodyBytes) parts = [];
    else parts.push(part);
  }
  return length > limits.bodyBytes ? undefined : Buffer.concat(parts);
};

const decodePath = (encoded: string): string | undefined => {
  try {
    return (decodeURIComponent(encoded).split("?")[0] as string) || "/";
  } catch {
    return undefined;
  }
};

const separateCookies = (rawHeaders: readonly string[]): Pick<WholeRequest, "headers" | "cookies"> => {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase();
    const value = rawHeaders[index + 1] as string;
    if (name === "cookie") cookies.push(...value.split(/; */).filter((cookie) => cookie !== ""));
    else headers[name] = Object.hasOwn(headers, name) ? `${headers[name]},${value}` : value;
  }
  return { headers, cookies };
};

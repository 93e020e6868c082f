import type { IncomingMessage } from "node:http";

/** The body of a request as text; throws a SyntaxError, as for any other unreadable body, when it is too long. */
export const readText = async (request: IncomingMessage, limitBytes: number): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limitBytes) throw new SyntaxError(`The body is longer than ${limitBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether it came over the same connection as the call before. */
  readonly isReused: boolean;
}

type Reaction = (response: ServerResponse, request: IncomingMessage) => void;

export const reply =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reaction =>
  (response) => {
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };
export const hangUp: Reaction = (response) => void response.destroy();
export const breakOff: Reaction = (response) => {
  response.writeHead(200, { "content-length": 100 }).write("{");
  setImmediate(() => response.destroy());
};
export const neverAnswer: Reaction = () => {};
export const neverEnd: Reaction = (response) => void response.writeHead(200).write("{");

/** A server that reacts to each call as scripted; the last reaction goes on for ever. */
export const startScripted = async (...script: Reaction[]) => {
  const seen: Seen[] = [];
  let lastSocket: unknown;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const { method = "", url = "", headers } = request;
    const isReused = request.socket === lastSocket;
    lastSocket = request.socket;
    seen.push({ method, path: url, headers, body: Buffer.concat(parts).toString("utf8"), isReused });
    const reaction = script.length > 1 ? script.shift() : script[0];
    reaction?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

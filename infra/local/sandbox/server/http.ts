import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const host = "127.0.0.1";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on loopback; port 0 means any. */
export const listen = async (what: string, port: number, handle: RequestListener): Promise<Listening> => {
  const server = createServer(handle);
  // Callers keep connections for minutes; a server that closes them earlier makes calls fail on their way.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE"
          ? new Error(`Port ${port}, meant for the sandbox's ${what}, is already in use.`, { cause })
          : cause,
      ),
    );
    server.listen(port, host, resolve);
  });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close: () => stop(server) };
};

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const longestBody = 256 * 1024;

/** The whole body as text, or nothing when it is too long. */
export const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
};

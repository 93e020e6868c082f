import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedNotice {
  readonly headers: Record<string, string | undefined>;
  readonly body: Buffer;
}

/** Takes wallets' notices as bytes. `answers` are given in turn, then what both wallets take for a yes. */
export const startNoticeListener = async () => {
  const received: ReceivedNotice[] = [];
  const answers: { readonly status: number; readonly body: string }[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    received.push({ headers: plain(request.headers), body: Buffer.concat(parts) });
    const { status, body } = answers.shift() ?? { status: 200, body: "success" };
    response.writeHead(status).end(body);
    for (const each of waiting) if (received.length >= each.count) each.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`,
    received,
    answers,
    arrived: async (count: number): Promise<readonly ReceivedNotice[]> => {
      if (received.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
      return received;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const plain = (headers: IncomingHttpHeaders): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

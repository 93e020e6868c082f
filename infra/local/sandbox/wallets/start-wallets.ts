import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { lazily } from "../../../../shared/kernel/lazily.ts";
import type { WalletAccess } from "../../../../shared/payments/wallet-access.ts";
import { pause, strikeAfter, strikeBefore } from "../server/authority-server.ts";
import type { Faults } from "../server/faults.ts";
import { type Listening, listen, readBody } from "../server/http.ts";
import type { Notices } from "../server/notices.ts";
import type { WalletDesk } from "./desk.ts";
import { makeWallets, newWalletKeys, type WalletKeys } from "./make-wallets.ts";
import { announce } from "./notify.ts";
import type { Payment, WalletOrder } from "./order-book.ts";
import type { WalletId } from "./wallet-ids.ts";

export interface WalletServers {
  /** What the product must be told to reach them. */
  readonly access: WalletAccess;
  /** Somebody scans a code, opens a page, or says yes in the app. */
  pay(wallet: WalletId, content: string): Payment;
  orders(wallet: WalletId): readonly WalletOrder[];
  close(): Promise<void>;
}

export interface WalletServerOptions {
  readonly folder?: string;
  readonly ports?: Partial<Record<WalletId, number>>;
  readonly clock: () => number;
  readonly faults: Faults;
  readonly notices: Notices;
  readonly latencyMilliseconds: () => number;
}

/** Both wallets, each on a port of its own, with the faults, notices and journals of the other authorities. */
export const startWallets = async (options: WalletServerOptions): Promise<WalletServers> => {
  const { folder, ports = {}, clock, faults, notices, latencyMilliseconds } = options;
  const urls = { wechat: "", alipay: "" };
  const { wechat, alipay } = makeWallets({
    clock,
    urls: () => urls,
    // The product says with each order where its notice goes.
    notifyUrl: () => "",
    keys: folder === undefined ? keysOfProcess() : keysIn(join(folder, "wallet-keys.json")),
    ...(folder !== undefined && { folder }),
  });
  const wallets = { "wechat-pay": wechat, alipay } as const;
  const listening: Listening[] = [];
  try {
    for (const [id, { desk, book }] of Object.entries(wallets) as [WalletId, (typeof wallets)[WalletId]][]) {
      const handle = serveDesk(id, desk, faults, latencyMilliseconds);
      const server = await listen(id, ports[id] ?? 0, handle);
      listening.push(server);
      urls[id === "alipay" ? "alipay" : "wechat"] = server.url;
      announce(id, desk, book, notices, clock);
    }
  } catch (cause) {
    await Promise.all(listening.map((each) => each.close()));
    throw cause;
  }
  const { notifyUrl: _wechatNotices, ...wechatSettings } = wechat.settings;
  const { notifyUrl: _alipayNotices, ...alipaySettings } = alipay.settings;
  return {
    access: {
      wechat: { ...wechatSettings, url: urls.wechat },
      alipay: { ...alipaySettings, url: `${urls.alipay}/gateway.do` },
    },
    pay: (wallet, content) => wallets[wallet].desk.pay(content),
    orders: (wallet) => [...wallets[wallet].book.orders],
    close: async () => {
      await Promise.all(listening.map((each) => each.close()));
    },
  };
};

const keysOfProcess = lazily(newWalletKeys);

const keysIn = (path: string): WalletKeys => {
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as WalletKeys;
  const keys = newWalletKeys();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(keys), { mode: 0o600 });
  return keys;
};

const serveDesk = (id: WalletId, desk: WalletDesk, faults: Faults, latencyMilliseconds: () => number) => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return void response.writeHead(413, { connection: "close" }).end();
    const { pathname: path, search } = new URL(request.url ?? "/", "http://wallet");
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
    );
    const asked = { method: request.method ?? "GET", path, search, headers, body };
    const fault = faults.takeForCall(id, desk.operationOf(asked));
    await pause(latencyMilliseconds() + (fault?.mode === "slow" ? fault.milliseconds : 0), response);
    if (strikeBefore(fault, response)) return;
    const answer = desk.handle(asked);
    if (strikeAfter(fault, response)) return;
    response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length }).end(answer.body);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((cause: unknown) => {
      if (!response.destroyed) console.error(`sandbox ${id}:`, cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
};

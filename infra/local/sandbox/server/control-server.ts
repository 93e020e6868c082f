import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { authorityIds } from "../../../../shared/connectors/authorities.ts";
import { walletOperations } from "../wallets/desk.ts";
import type { WalletServers } from "../wallets/start-wallets.ts";
import { walletIds } from "../wallets/wallet-ids.ts";
import type { QueryLogEntry } from "./authority-server.ts";
import type { Counter } from "./counter.ts";
import { Fault, type Faults } from "./faults.ts";
import { readBody, sendJson } from "./http.ts";
import type { Notices } from "./notices.ts";

export interface Controlled {
  readonly faults: Faults;
  readonly notices: Notices;
  readonly counters: ReadonlyMap<string, Counter>;
  readonly wallets?: WalletServers | undefined;
  readonly queries: () => readonly QueryLogEntry[];
  readonly setLatency: (milliseconds: number) => void;
}

const Paying = z.strictObject({ wallet: z.enum(walletIds), content: z.string() });
const Latency = z.strictObject({ milliseconds: z.number().min(0) });
const RecordChange = z.strictObject({
  authority: z.enum(authorityIds as [string, ...string[]]),
  kind: z.string(),
  key: z.string(),
  record: z.unknown(),
});
const NoticeOrder = z.strictObject({
  hold: z.boolean().optional(),
  release: z.union([z.literal(true), z.string()]).optional(),
});

/**
 * The tests' and stories' hand on the sandbox: faults, latency, counts, logs. Not part of any authority.
 *
 * - `GET|POST|DELETE /faults`, `POST /latency {milliseconds}`
 * - `GET /acts`: effects and repeats of each business key; `GET /queries?after=N`: every call that reached a desk
 * - `GET /notices`, `POST /notices {hold: true|false}` or `{release: true|key}`
 * - `POST /payments {wallet, content}`: somebody scans, opens or confirms it, and pays; `GET /orders?wallet=`: a wallet's orders
 * - `PUT /records {authority, kind, key, record}`: a story's turn of events
 */
export const serveControl = (controlled: Controlled) => {
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(controlled, request, response).catch((cause: unknown) => {
      sendJson(response, cause instanceof z.ZodError || cause instanceof SyntaxError ? 400 : 500, {
        error: String(cause),
      });
    });
  };
};

const isWallet = (id: string): boolean => walletIds.some((wallet) => wallet === id);

const handle = async (controlled: Controlled, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { faults, notices, counters } = controlled;
  const url = new URL(request.url ?? "/", "http://sandbox");
  const body = async (): Promise<unknown> => JSON.parse((await readBody(request)) ?? "");
  switch (`${request.method} ${url.pathname}`) {
    case "GET /faults":
      return sendJson(response, 200, { faults: faults.list() });
    case "POST /faults": {
      const fault = Fault.parse(await body());
      const desks = counters.get(fault.authority)?.desks ?? {};
      const isKnown = isWallet(fault.authority)
        ? walletOperations.some((operation) => operation === fault.operation)
        : (fault.operation ?? "") in desks;
      if (fault.operation !== undefined && !isKnown) {
        return sendJson(response, 400, { error: `${fault.authority} has no operation ${fault.operation}` });
      }
      const struck = Object.entries(desks).filter(([name]) => (fault.operation ?? name) === name);
      if (fault.mode === "contradicting" && !struck.some(([, desk]) => desk.contradicting)) {
        return sendJson(response, 400, { error: "Nothing there can contradict" });
      }
      faults.add(fault);
      return sendJson(response, 201, { faults: faults.list() });
    }
    case "DELETE /faults":
      faults.clear();
      return sendJson(response, 200, { faults: [] });
    case "POST /latency":
      controlled.setLatency(Latency.parse(await body()).milliseconds);
      return sendJson(response, 200, {});
    case "GET /acts": {
      const acts = [...counters.values()].flatMap((counter) =>
        counter.actCounts().map((count) => ({ authority: counter.id, ...count })),
      );
      const total = (field: "effects" | "repeats" | "differing") => acts.reduce((sum, act) => sum + act[field], 0);
      return sendJson(response, 200, {
        effects: total("effects"),
        repeats: total("repeats"),
        differing: total("differing"),
        acts,
      });
    }
    case "GET /queries": {
      const after = Number(url.searchParams.get("after") ?? 0);
      return sendJson(response, 200, { queries: controlled.queries().filter((query) => query.number > after) });
    }
    case "GET /notices":
      return sendJson(response, 200, { notices: notices.list() });
    case "POST /notices": {
      const order = NoticeOrder.parse(await body());
      if (order.hold !== undefined) notices.hold(order.hold);
      if (order.release !== undefined) notices.release(order.release === true ? undefined : order.release);
      return sendJson(response, 200, { notices: notices.list() });
    }
    case "POST /payments": {
      const { wallet, content } = Paying.parse(await body());
      const paid = controlled.wallets?.pay(wallet, content) ?? { kind: "no", reason: "unknown" };
      return sendJson(response, paid.kind === "paid" ? 200 : 409, paid);
    }
    case "GET /orders": {
      const wallet = z.enum(walletIds).parse(url.searchParams.get("wallet"));
      return sendJson(response, 200, { orders: controlled.wallets?.orders(wallet) ?? [] });
    }
    case "PUT /records": {
      const { authority, ...change } = RecordChange.parse(await body());
      counters.get(authority)?.change(change);
      return sendJson(response, 200, {});
    }
    default:
      return sendJson(response, 404, { error: "The control endpoint has no such address" });
  }
};

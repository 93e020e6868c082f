import { join } from "node:path";
import { type AuthorityId, authorityIds } from "../../../shared/connectors/authorities.ts";
import type { WalletAccess } from "../../../shared/payments/wallet-access.ts";
import type { SandboxAuthority } from "./authority.ts";
import { desks } from "./desks.ts";
import { type QueryLogEntry, serveCounter } from "./server/authority-server.ts";
import { serveControl } from "./server/control-server.ts";
import { Counter } from "./server/counter.ts";
import { Faults } from "./server/faults.ts";
import { type Listening, listen } from "./server/http.ts";
import { memoryJournal, openJournal } from "./server/journal.ts";
import { Notices } from "./server/notices.ts";
import { startWallets, type WalletServers } from "./wallets/start-wallets.ts";
import type { WalletId } from "./wallets/wallet-ids.ts";

export interface SandboxOptions {
  /** The bureau's secret: each authority's signing key is derived from it. */
  readonly secret: string;
  /** Where journals are kept; without it nothing outlives the process. */
  readonly folder?: string;
  /** Ports of 127.0.0.1; absent or 0: any that is free. */
  readonly ports?: Partial<Record<AuthorityId | WalletId | "control", number>>;
  /** The authorities' clock in milliseconds: their "today", and the freshness of signatures. */
  readonly clock?: () => number;
  /** How long every call takes at least. */
  readonly latencyMilliseconds?: number;
  /** Without the wallets, whose keys take a moment to make. */
  readonly hasWallets?: boolean;
  /** Other desks than those of `desks.ts`. */
  readonly authorities?: readonly SandboxAuthority[];
}

export interface Sandbox {
  readonly urls: Readonly<Record<AuthorityId, string>>;
  /** What a bureau needs to reach the wallets; empty without them. */
  readonly walletAccess: WalletAccess;
  readonly controlUrl: string;
  close(): Promise<void>;
}

const longestLog = 20_000;

/** Starts every authority on a port of its own, and the control endpoint. Refuses a busy port with a plain message. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { secret, folder, clock = Date.now, authorities = desks, ports = {} } = options;
  const faults = new Faults();
  const notices = new Notices(faults, clock);
  const queries: QueryLogEntry[] = [];
  let calls = 0;
  let latency = options.latencyMilliseconds ?? 0;
  const log = (entry: Omit<QueryLogEntry, "number">) => {
    calls += 1;
    queries.push({ number: calls, ...entry });
    if (queries.length > longestLog) queries.splice(0, queries.length - longestLog);
  };
  const counters = new Map<AuthorityId, Counter>();
  const listening: Listening[] = [];
  let wallets: WalletServers | undefined;
  const stop = async () => {
    notices.stop();
    await wallets?.close();
    await Promise.all(listening.map((each) => each.close()));
    for (const counter of counters.values()) counter.close();
  };
  let stopping: Promise<void> | undefined;
  const close = () => {
    stopping ??= stop();
    return stopping;
  };
  try {
    for (const id of authorityIds) {
      const own = authorities.filter((authority) => authority.id === id);
      if (own.length === 0) own.push({ id, desks: {} });
      const journal = folder === undefined ? memoryJournal() : openJournal(join(folder, `${id}.jsonl`));
      counters.set(id, new Counter(own, { journal, notices, clock }));
    }
    const urls: Partial<Record<AuthorityId, string>> = {};
    for (const [id, counter] of counters) {
      const handle = serveCounter(counter, { secret, faults, clock, log, latencyMilliseconds: () => latency });
      const server = await listen(id, ports[id] ?? 0, handle);
      listening.push(server);
      urls[id] = server.url;
    }
    const setLatency = (milliseconds: number) => {
      latency = milliseconds;
    };
    if (options.hasWallets) {
      const place = { ports, ...(folder !== undefined && { folder }) };
      wallets = await startWallets({ ...place, clock, faults, notices, latencyMilliseconds: () => latency });
    }
    const control = serveControl({ faults, notices, counters, wallets, queries: () => queries, setLatency });
    const server = await listen("control", ports.control ?? 0, control);
    listening.push(server);
    const walletAccess = wallets?.access ?? {};
    return { urls: urls as Record<AuthorityId, string>, walletAccess, controlUrl: server.url, close };
  } catch (cause) {
    await close();
    throw cause;
  }
};

import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { closeServer, listen } from "../listen.ts";
import { LocalProblem } from "../local-problem.ts";
import { closeIterators, lookUpInPlace, writeAtomically } from "./atomic-writes.ts";
import { type ChangeLog, openChangeLog } from "./change-log.ts";
import { ensureTable } from "./create-table.ts";
import { dynalite, dynaliteDatabase, type Store } from "./dynalite-parts.ts";
import { deniedAction } from "./rights.ts";

export interface LocalTable {
  readonly endpoint: string;
  readonly tableName: string;
  readonly changes: ChangeLog;
  close(): Promise<void>;
}

/** The table on disk: dynalite in this process, mended (see `atomic-writes.ts`). The folder is locked while it is open. */
export const startTable = async ({
  folder,
  port = 0,
  tableName,
}: {
  readonly folder: string;
  readonly port?: number;
  readonly tableName: string;
}): Promise<LocalTable> => {
  await mkdir(folder, { recursive: true });
  const { requests, store, closeStore } = createDynalite(folder);
  await store.db.open().catch((cause) => {
    throw explain(cause, folder);
  });
  const changes = await openChangeLog(store.db);
  closeIterators(store);
  lookUpInPlace(store);
  writeAtomically(store, changes);

  const server = createServer((request, response) => answerWhole(requests, request, response));
  const close = async () => {
    await closeServer(server);
    await closeStore();
  };
  try {
    const endpoint = await listen(server, port, "the table");
    await ensureTable(endpoint, tableName);
    return { endpoint, tableName, changes, close };
  } catch (error) {
    await close();
    throw error;
  }
};

type Requests = (request: IncomingMessage, response: ServerResponse) => void;

// dynalite makes its store inside itself; this is the one moment to get hold of it.
const createDynalite = (path: string) => {
  const create = dynaliteDatabase.create;
  let store: Store | undefined;
  dynaliteDatabase.create = (options) => {
    store = create(options);
    return store;
  };
  try {
    const server = dynalite({ path, createTableMs: 0 });
    const [requests] = server.listeners("request") as Requests[];
    if (store === undefined || requests === undefined) throw new Error("dynalite changed its inside; see its version");
    const { db } = store;
    return { requests, store, closeStore: () => (db as unknown as { close(): Promise<void> }).close() };
  } finally {
    dynaliteDatabase.create = create;
  }
};

// dynalite throws out of its own request listener when a caller goes away in the middle of a request, and the whole
// host would fall with it; so it only ever sees requests that have arrived whole.
const answerWhole = (requests: Requests, request: IncomingMessage, response: ServerResponse): void => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("error", () => response.destroy());
  request.on("end", () => {
    const { method, url, headers } = request;
    const body = Buffer.concat(chunks);
    const denied = deniedAction(headers, body);
    if (denied !== undefined) {
      response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify({ __type: "com.amazon.coral.service#AccessDeniedException", message: denied }));
      return;
    }
    const whole = Object.assign(new Readable({ read: () => {} }), { method, url, headers });
    requests(whole as unknown as IncomingMessage, response);
    whole.push(body);
    whole.push(null);
  });
};

const explain = (cause: unknown, folder: string): Error => {
  const code = ((cause as Error).cause as { code?: string } | undefined)?.code;
  if (code === "LEVEL_LOCKED") {
    return new LocalProblem(
      `The data folder ${folder} is in use by another One Window. Stop that one, or start this one with a folder and ` +
        "ports of its own: npm start -- --data other-folder --port 7500",
      { cause },
    );
  }
  return new LocalProblem(
    `The data folder ${folder} cannot be read (${code ?? (cause as Error).message}). Delete it or move it away and ` +
      "start again: it holds only invented people and their cases.",
    { cause },
  );
};

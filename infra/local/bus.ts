import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { z } from "zod";
import type { Log } from "./lambda/function-host.ts";
import { closeServer, listen } from "./listen.ts";
import { readText } from "./read-text.ts";

/** An event as a function put it on the bus. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly bus: string;
}

export interface Bus {
  readonly endpoint: string;
  /** The latest events, the oldest first. */
  readonly events: readonly BusEvent[];
  /** The first event that fits, come or still to come. */
  waitFor(fits: (event: BusEvent) => boolean, timeoutMilliseconds?: number): Promise<BusEvent>;
  /** Hears every event that comes from now on, until the returned function is called. */
  listen(hear: (event: BusEvent) => void): () => void;
  /** Answers the next requests with a server error, for tests of whoever publishes. */
  failNext(requests: number): void;
  close(): Promise<void>;
}

const kept = 1000;
/** EventBridge takes requests of up to 1 MB. */
const longestBody = 1024 * 1024;

const Entries = z.object({
  Entries: z
    .array(
      z.looseObject({
        Source: z.string().optional(),
        DetailType: z.string().optional(),
        Detail: z.string().optional(),
        EventBusName: z.string().default("default"),
      }),
    )
    .min(1)
    .max(10),
});

/** EventBridge as far as we use it: `PutEvents`, in the wire form of the real SDK. */
export const startBus = async ({ port = 0, log }: { readonly port?: number; readonly log: Log }): Promise<Bus> => {
  const events: BusEvent[] = [];
  const watchers = new Set<(event: BusEvent) => void>();
  let failures = 0;

  const put = (entry: z.infer<typeof Entries>["Entries"][number]) => {
    const detail = parseObject(entry.Detail);
    if (entry.Source === undefined || entry.DetailType === undefined || detail === undefined) {
      return {
        ErrorCode: "InvalidArgument",
        ErrorMessage: "Source, DetailType and a JSON object as Detail are needed.",
      };
    }
    const event = {
      id: randomUUID(),
      source: entry.Source,
      detailType: entry.DetailType,
      detail,
      bus: entry.EventBusName,
    };
    events.push(event);
    if (events.length > kept) events.shift();
    for (const watch of [...watchers]) watch(event);
    log("bus", `${event.detailType} ${event.id}`);
    return { EventId: event.id };
  };

  const server = createServer(async (request, response) => {
    const send = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    try {
      const text = await readText(request, longestBody);
      if (failures > 0) {
        failures -= 1;
        return send(500, { __type: "InternalException", message: "Asked to fail" });
      }
      if (request.headers["x-amz-target"] !== "AWSEvents.PutEvents") {
        return send(400, { __type: "UnknownOperationException" });
      }
      const { Entries: entries } = Entries.parse(JSON.parse(text));
      const results = entries.map(put);
      return send(200, {
        FailedEntryCount: results.filter((result) => "ErrorCode" in result).length,
        Entries: results,
      });
    } catch (error) {
      return send(400, { __type: "ValidationException", message: String(error) });
    }
  });

  const endpoint = await listen(server, port, "the event bus");
  return {
    endpoint,
    events,
    waitFor: (fits, timeoutMilliseconds = 10_000) => {
      const known = events.find(fits);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const watch = (event: BusEvent) => {
          if (!fits(event)) return;
          stop();
          resolve(event);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No such event came within ${timeoutMilliseconds} ms`));
        }, timeoutMilliseconds);
        const stop = () => {
          clearTimeout(timer);
          watchers.delete(watch);
        };
        watchers.add(watch);
      });
    },
    listen: (hear) => {
      watchers.add(hear);
      return () => watchers.delete(hear);
    },
    failNext: (requests) => {
      failures = requests;
    },
    close: () => closeServer(server),
  };
};

const parseObject = (text: string | undefined): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? "");
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

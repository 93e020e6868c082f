import { setTimeout as sleep } from "node:timers/promises";
import { detailType } from "../../events/events.ts";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import type { Bus, BusEvent } from "./bus.ts";
import type { FunctionHost, Log } from "./lambda/function-host.ts";
import { place } from "./place.ts";

export interface EventRules {
  /** When everything on the bus so far has been taken, or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Lambda tries an event three times; there with minutes between, here a person is watching. */
const pausesMilliseconds = [500, 2_000];

/** Brings events from the bus to the functions that their descriptions name, as rules of EventBridge do. */
export const startEventRules = ({
  bus,
  invoke,
  log,
}: {
  readonly bus: Pick<Bus, "listen">;
  readonly invoke: FunctionHost["invoke"];
  readonly log: Log;
}): EventRules => {
  const consumers = new Map<string, FunctionName[]>();
  for (const [name, { trigger }] of Object.entries(functions) as [FunctionName, FunctionDescription][]) {
    if (trigger.kind !== "event") continue;
    for (const type of trigger.types) {
      const wanted = detailType({ type, version: 1 });
      consumers.set(wanted, [...(consumers.get(wanted) ?? []), name]);
    }
  }
  const underWay = new Set<Promise<void>>();
  let isClosed = false;

  const deliver = async (name: FunctionName, event: BusEvent): Promise<void> => {
    for (let tries = 0; !isClosed; tries += 1) {
      const { kind } = await invoke(name, deliveryOf(event));
      if (kind === "answered") return;
      const pause = pausesMilliseconds[tries];
      if (pause === undefined) return log("bus", `${event.detailType} ${event.id} was given up by ${name}`);
      await sleep(pause);
    }
  };

  const stop = bus.listen((event) => {
    for (const name of consumers.get(event.detailType) ?? []) {
      const delivery = deliver(name, event)
        .catch((error: unknown) => log("bus", `${event.id} ${error instanceof Error ? error.stack : error}`))
        .finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    }
  });

  const settled = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    settled,
    close: async () => {
      isClosed = true;
      stop();
      await settled();
    },
  };
};

const deliveryOf = ({ id, source, detailType, detail }: BusEvent) => ({
  version: "0",
  id,
  "detail-type": detailType,
  source,
  account: place.account,
  time: new Date().toISOString(),
  region: place.region,
  resources: [],
  detail,
});

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { EventBridgeEvent } from "aws-lambda";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import type { Invocation, Log } from "./lambda/function-host.ts";
import { arnOf, place } from "./place.ts";

export interface Timers {
  /** Lets an invocation under way end, and starts no other. */
  close(): Promise<void>;
}

/**
 * Runs the scheduled functions: at once, which is all the recovery that a killed host needs, and then again and again,
 * one at a time. On AWS that is every minute; here people watch, so it is every second unless told otherwise.
 */
export const startTimers = ({
  invoke,
  log,
  everyMilliseconds = 1000,
}: {
  readonly invoke: (name: FunctionName, event: ScheduledEvent) => Promise<Invocation>;
  readonly log: Log;
  readonly everyMilliseconds?: number;
}): Timers => {
  const abort = new AbortController();
  const repeat = async (name: FunctionName): Promise<void> => {
    let lastOutcome = "answered";
    while (!abort.signal.aborted) {
      const { kind } = await invoke(name, scheduledEvent(name));
      // Said once, not every second.
      if (kind !== lastOutcome) log("timers", `${name} ${kind}`);
      lastOutcome = kind;
      await pause(everyMilliseconds, undefined, abort).catch(() => {});
    }
  };
  const scheduled = scheduledFunctions().map(repeat);
  return {
    close: async () => {
      abort.abort();
      await Promise.all(scheduled);
    },
  };
};

export type ScheduledEvent = EventBridgeEvent<"Scheduled Event", Record<string, never>>;

export const scheduledEvent = (name: FunctionName): ScheduledEvent => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: place.account,
  time: `${new Date().toISOString().slice(0, 19)}Z`,
  region: place.region,
  resources: [arnOf("events", `rule/${name}`)],
  detail: {},
});

const scheduledFunctions = (): FunctionName[] =>
  (Object.entries(functions) as [FunctionName, FunctionDescription][])
    .filter(([, { trigger }]) => trigger.kind === "schedule")
    .map(([name]) => name);

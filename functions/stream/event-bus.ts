import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type * as z from "zod";
import { detailType, eventSource, type PublishedEvent } from "../../events/events.ts";
import type { BusEnvironment } from "../wiring/environment.ts";

/** Publishes up to ten events at once; answers how many of them, from the first, were taken before one was not. */
export type Publish = (events: readonly PublishedEvent[]) => Promise<number>;

/** The bus's own limit for one call. */
export const eventsPerCall = 10;

export const eventBus = ({ EVENT_BUS_NAME, EVENTS_ENDPOINT }: z.output<typeof BusEnvironment>): Publish => {
  const client = new EventBridgeClient({
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
    ...(EVENTS_ENDPOINT !== undefined && { endpoint: EVENTS_ENDPOINT }),
  });
  return async (events) => {
    const { Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: events.map((event) => ({
          EventBusName: EVENT_BUS_NAME,
          Source: eventSource,
          DetailType: detailType(event),
          Time: new Date(event.at),
          Detail: JSON.stringify(event),
        })),
      }),
    );
    const failed = Entries.findIndex(({ EventId }) => EventId === undefined);
    return failed === -1 ? events.length : failed;
  };
};

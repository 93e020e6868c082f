import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { BusEnvironment } from "../wiring/environment.ts";
import { once } from "../wiring/once.ts";
import { eventBus } from "./event-bus.ts";
import { publishChanges } from "./publish-changes.ts";

const busOnce = once(() => eventBus(BusEnvironment.parse(process.env)));

/** Carries what cases have told the world from the table's stream to the bus. */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>(async (batch: DynamoDBStreamEvent) =>
  publishChanges(batch, await busOnce()),
);

import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { dynamodbFigureStore } from "../../shared/speed/dynamodb-figure-store.ts";
import { TableEnvironment } from "../wiring/environment.ts";
import { once } from "../wiring/once.ts";
import { tableClient } from "../wiring/table-client.ts";
import { countBatch } from "./count-batch.ts";

const figuresOnce = once(() => {
  const table = TableEnvironment.parse(process.env);
  return dynamodbFigureStore(tableClient(table), table.TABLE_NAME);
});

/** Keeps the figures of processing speed from what cases tell. */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>(async (batch: DynamoDBStreamEvent) =>
  countBatch(batch, await figuresOnce()),
);

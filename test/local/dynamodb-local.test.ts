import { readFile } from "node:fs/promises";
import { PutItemCommand, TransactGetItemsCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { ensureTable, localClient } from "../../infra/local/dynamodb/create-table.ts";
import { hasJava, startDynamoDbLocal } from "../../infra/local/dynamodb/dynamodb-local.ts";

const launcherClass = new URL("../../infra/local/dynamodb/amazon/LoopbackDynamoDbLocal.class", import.meta.url);

test("the compiled launcher runs on Java 8", async () => {
  const java8 = 52;
  expect((await readFile(launcherClass)).readUInt16BE(6)).toBe(java8);
});

describe.runIf(hasJava())("DynamoDB Local (needs a JRE)", () => {
  test("serves our table on the loopback address", async () => {
    const local = await startDynamoDbLocal();
    const client = localClient(local.endpoint);
    try {
      await ensureTable(local.endpoint, "one-window");
      await ensureTable(local.endpoint, "one-window");
      const key = { pk: { S: "CASE#1" }, sk: { S: "CASE" } };
      await client.send(new PutItemCommand({ TableName: "one-window", Item: { ...key, version: { N: "1" } } }));
      const { Responses } = await client.send(
        new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName: "one-window", Key: key } }] }),
      );
      expect(Responses?.[0]?.Item?.version?.N).toBe("1");
      expect(local.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    } finally {
      client.destroy();
      await local.close();
    }
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Change } from "../../infra/local/dynamodb/change-log.ts";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { startTable } from "../../infra/local/dynamodb/dynalite.ts";
import { table } from "../../shared/cases/table.ts";
import { startChild } from "./support/child.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const cases = 24;

// Each write moves the case to another entry of the due index, so that an entry lost or left over shows.
const item = (number: number, version: number) => ({
  pk: { S: `CASE#${number}` },
  sk: { S: "CASE" },
  version: { N: String(version) },
  duePk: { S: "DUE#0" },
  due: { S: `${String(version).padStart(6, "0")}-${number}` },
  queuePk: { S: "QUEUE#liuzhou" },
  queueSk: { S: `${version}-${number}` },
});

/** Writes version after version of every case until the table is gone; answers the last acknowledged one of each. */
const writeUntilKilled = async (client: DynamoDBClient, acknowledged: number[]): Promise<number[]> => {
  await Promise.allSettled(
    [...acknowledged].map(async (start, number) => {
      for (let version = start + 1; ; version += 1) {
        await client.send(new PutItemCommand({ TableName: "one-window", Item: item(number, version) }));
        acknowledged[number] = version;
      }
    }),
  );
  return acknowledged;
};

test("a killed table has every acknowledged write, and its indexes and stream agree with its items", async () => {
  let acknowledged = Array.from({ length: cases }, () => 0);
  // Not random, so that a failure can be run again; spread over start, full speed and the middle of a batch.
  for (const milliseconds of [15, 40, 61, 87, 110, 143]) {
    const host = await startChild("table-host.ts", folder);
    const client = localClient(host.firstLine, 1);
    const progress = [...acknowledged];
    const writing = writeUntilKilled(client, progress);
    // However slow the machine is, every case has been written before the first kill.
    while (Math.min(...progress) === 0) await pause(5);
    await pause(milliseconds);
    await host.kill();
    const confirmed = await writing;
    client.destroy();

    const survivor = await startTable({ folder, tableName: "one-window" });
    try {
      const found = await itemsOf(survivor.endpoint);
      for (const [number, version] of confirmed.entries()) {
        // The one write that was on its way may have arrived without anybody hearing of it.
        expect([version, version + 1]).toContain(found.get(`CASE#${number}`) ?? 0);
      }
      acknowledged = confirmed.map((_, number) => found.get(`CASE#${number}`) ?? 0);

      for (const index of [table.indexes.due, table.indexes.queue]) {
        expect(await indexEntries(survivor.endpoint, index)).toEqual(
          acknowledged.flatMap((version, number) => (version === 0 ? [] : [indexValue(index, number, version)])).sort(),
        );
      }
      const history = byKey(await survivor.changes.read(1_000_000));
      for (const [number, version] of acknowledged.entries()) {
        expect(history.get(`CASE#${number}`) ?? []).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      }
    } finally {
      await survivor.close();
    }
  }
  expect(Math.min(...acknowledged)).toBeGreaterThan(0);
});

const itemsOf = async (endpoint: string): Promise<Map<string, number>> => {
  const client = localClient(endpoint);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: "one-window" }));
  client.destroy();
  return new Map(Items.map(({ pk, version }) => [pk?.S as string, Number(version?.N)]));
};

type Index = typeof table.indexes.due | typeof table.indexes.queue;

const indexValue = (index: Index, number: number, version: number): string => item(number, version)[index.sortKey].S;

const indexEntries = async (endpoint: string, index: Index): Promise<string[]> => {
  const client = localClient(endpoint);
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: "one-window",
      IndexName: index.name,
      KeyConditionExpression: "#partition = :partition",
      ExpressionAttributeNames: { "#partition": index.partitionKey },
      ExpressionAttributeValues: { ":partition": item(0, 0)[index.partitionKey] },
    }),
  );
  client.destroy();
  return Items.map((entry) => entry[index.sortKey]?.S as string).sort();
};

const byKey = (changes: readonly Change[]): Map<string, number[]> => {
  const versions = new Map<string, number[]>();
  for (const { keys, image } of changes) {
    const key = keys.pk?.S as string;
    versions.set(key, [...(versions.get(key) ?? []), Number(image?.version?.N)]);
  }
  return versions;
};

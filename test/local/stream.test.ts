import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { type LocalTable, startTable } from "../../infra/local/dynamodb/dynalite.ts";
import type { Invocation } from "../../infra/local/lambda/function-host.ts";
import { startStream } from "../../infra/local/stream.ts";

let folder: string;
let table: LocalTable;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-"));
  table = await startTable({ folder, tableName: "one-window" });
});
afterEach(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

const put = async (number: number, version: number): Promise<void> => {
  const client = localClient(table.endpoint);
  await client.send(
    new PutItemCommand({
      TableName: "one-window",
      Item: { pk: { S: `CASE#${number}` }, sk: { S: "CASE" }, version: { N: String(version) } },
    }),
  );
  client.destroy();
};

const answered = (answer: unknown = {}): Invocation => ({ kind: "answered", payload: JSON.stringify(answer) });

/** What a record says, in short: `1.3` is version 3 of case 1. */
const inShort = ({ dynamodb }: DynamoDBRecord): string =>
  `${dynamodb?.Keys?.pk?.S?.slice(5)}.${dynamodb?.NewImage?.version?.N}`;

const streamTo = (invoke: (event: DynamoDBStreamEvent) => Promise<Invocation>, more = {}) =>
  startStream({
    changes: table.changes,
    tableName: "one-window",
    log: () => {},
    retryMilliseconds: 1,
    invoke,
    ...more,
  });

test("records have the service's form", async () => {
  const records: DynamoDBRecord[] = [];
  const stream = streamTo(async ({ Records }) => {
    records.push(...Records);
    return answered();
  });
  await put(1, 1);
  await put(1, 2);
  await put(1, 2);
  const client = localClient(table.endpoint);
  const key = { pk: { S: "CASE#1" }, sk: { S: "CASE" } };
  await client.send(new DeleteItemCommand({ TableName: "one-window", Key: key }));
  await client.send(new DeleteItemCommand({ TableName: "one-window", Key: key }));
  client.destroy();
  await stream.settled();
  await stream.close();

  // As deployed, the feed leaves out removals; a write that changed nothing is no change.
  expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY"]);
  expect(records[1]).toMatchObject({
    eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "cn-north-1",
    eventSourceARN: "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/one-window/stream/local",
    dynamodb: {
      Keys: key,
      NewImage: { ...key, version: { N: "2" } },
      SequenceNumber: expect.stringMatching(/^\d{21}$/),
      StreamViewType: "NEW_IMAGE",
      SizeBytes: expect.any(Number),
    },
  });
});

test("what is written beside a case is left out, and holds nothing up", async () => {
  const client = localClient(table.endpoint);
  const beside = { pk: { S: "CASE#1" }, sk: { S: "DOCUMENT#one" } };
  const seen: string[] = [];
  const stream = streamTo(async ({ Records }) => {
    seen.push(...Records.map(inShort));
    return answered();
  });
  await client.send(new PutItemCommand({ TableName: "one-window", Item: beside }));
  await put(1, 1);
  await client.send(new DeleteItemCommand({ TableName: "one-window", Key: beside }));
  client.destroy();
  await stream.settled();
  await stream.close();
  expect(seen).toEqual(["1.1"]);
  expect(await table.changes.read(10)).toEqual([]);
});

test("changes of a case arrive in the order of its writes, whatever else is written meanwhile", async () => {
  const seen: string[] = [];
  const stream = streamTo(async ({ Records }) => {
    seen.push(...Records.map(inShort));
    return answered();
  });
  await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => {
      for (let version = 1; version <= 20; version += 1) await put(number, version);
    }),
  );
  await stream.settled();
  await stream.close();
  expect(seen).toHaveLength(100);
  for (const number of [1, 2, 3, 4, 5]) {
    const versions = seen.filter((record) => record.startsWith(`${number}.`)).map((record) => record.slice(2));
    expect(versions.map(Number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  }
});

test("a batch is repeated from its first failed record on", async () => {
  for (let version = 1; version <= 4; version += 1) await put(1, version);
  const batches: string[][] = [];
  const stream = streamTo(async ({ Records }) => {
    batches.push(Records.map(inShort));
    if (batches.length > 1) return answered({ batchItemFailures: [] });
    const failed = [Records[3], Records[1]].map((record) => ({ itemIdentifier: record?.dynamodb?.SequenceNumber }));
    return answered({ batchItemFailures: failed });
  });
  await stream.settled();
  await stream.close();
  expect(batches).toEqual([
    ["1.1", "1.2", "1.3", "1.4"],
    ["1.2", "1.3", "1.4"],
  ]);
});

test.each<[string, Invocation]>([
  ["the function throws", { kind: "failed", errorType: "Error", errorMessage: "no" }],
  ["it takes too long", { kind: "timed-out" }],
  ["it names a record that is not there", answered({ batchItemFailures: [{ itemIdentifier: "7" }] })],
  ["it names none", answered({ batchItemFailures: [{ itemIdentifier: null }] })],
])("the whole batch is repeated when %s", async (_, outcome) => {
  await put(1, 1);
  await put(1, 2);
  const batches: string[][] = [];
  const stream = streamTo(async ({ Records }) => {
    batches.push(Records.map(inShort));
    return batches.length === 1 ? outcome : answered(null);
  });
  await stream.settled();
  await stream.close();
  expect(batches).toEqual([
    ["1.1", "1.2"],
    ["1.1", "1.2"],
  ]);
});

test("a record that nobody can deliver is put aside, and those behind it go on", async () => {
  for (let version = 1; version <= 3; version += 1) await put(1, version);
  const delivered: string[] = [];
  const stream = streamTo(
    async ({ Records }) => {
      if (Records.some((record) => inShort(record) === "1.2")) {
        return { kind: "failed", errorType: "Error", errorMessage: "poison" };
      }
      delivered.push(...Records.map(inShort));
      return answered();
    },
    { retryAttempts: 3 },
  );
  await stream.settled();
  await stream.close();
  expect(delivered).toEqual(["1.1", "1.3"]);
  expect((await table.changes.buried()).map(({ image }) => image?.version?.N)).toEqual(["2"]);
});

test("what was under way when the host ended comes again, what was acknowledged does not", async () => {
  await put(1, 1);
  const before: string[] = [];
  const first = streamTo(async ({ Records }) => {
    before.push(...Records.map(inShort));
    return answered();
  });
  await first.settled();
  await first.close();
  await put(1, 2);
  const interrupted = streamTo(async () => ({ kind: "failed", errorType: "Error", errorMessage: "killed" }));
  await interrupted.close();
  await put(1, 3);

  await table.close();
  table = await startTable({ folder, tableName: "one-window" });
  const after: string[] = [];
  const second = streamTo(async ({ Records }) => {
    after.push(...Records.map(inShort));
    return answered();
  });
  await put(1, 4);
  await second.settled();
  await second.close();
  expect(before).toEqual(["1.1"]);
  expect(after).toEqual(["1.2", "1.3", "1.4"]);
});

test("sequence numbers go on after a restart, even when everything was acknowledged", async () => {
  const sequences: string[] = [];
  const collect = async ({ Records }: DynamoDBStreamEvent) => {
    sequences.push(...Records.map(({ dynamodb }) => dynamodb?.SequenceNumber as string));
    return answered();
  };
  await put(1, 1);
  const first = streamTo(collect);
  await first.settled();
  await first.close();
  await table.close();
  table = await startTable({ folder, tableName: "one-window" });
  await put(1, 2);
  const second = streamTo(collect);
  await second.settled();
  await second.close();
  expect(sequences).toHaveLength(2);
  expect((sequences[1] as string) > (sequences[0] as string)).toBe(true);
});

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { z } from "zod";
import { LocalProblem } from "../local-problem.ts";
import { itemOf, lineOf } from "./item-line.ts";

export const itemsFile = "items.jsonl";
export const manifestFile = "manifest.json";

export const Manifest = z.strictObject({
  table: z.string(),
  takenAt: z.iso.datetime(),
  items: z.int().min(0),
  sha256: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Writes every item of a table into a folder. Each case is one item, so that each is whole; cases that change meanwhile are
 * taken as they were before or after. What is sealed stays sealed: without the bureau's secret nobody reads it.
 */
export const exportTable = async (client: DynamoDBClient, table: string, folder: string): Promise<Manifest> => {
  await mkdir(folder, { recursive: true });
  const takenAt = new Date().toISOString();
  const file = createWriteStream(join(folder, itemsFile));
  const hash = createHash("sha256");
  let items = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of Items) {
      const line = `${lineOf(item)}\n`;
      hash.update(line);
      file.write(line);
      items += 1;
    }
  }
  file.end();
  await finished(file);
  // Last of all: a folder without it is no backup.
  const manifest = { table, takenAt, items, sha256: hash.digest("hex") };
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
};

/**
 * Puts a backup's items into a table, none over one that is there. Harmless when repeated after an interruption.
 * @throws LocalProblem when the backup is incomplete or altered, before anything is written, or when another item is there
 */
export const importTable = async (client: DynamoDBClient, table: string, folder: string): Promise<Manifest> => {
  const manifest = await checked(folder);
  const atOnce = 16;
  let batch: Promise<void>[] = [];
  for await (const line of linesOf(folder)) {
    batch.push(putIfAbsent(client, table, line));
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return manifest;
};

const putIfAbsent = async (client: DynamoDBClient, table: string, line: string): Promise<void> => {
  const Item = itemOf(line);
  const put = new PutItemCommand({ TableName: table, Item, ConditionExpression: "attribute_not_exists(pk)" });
  try {
    await client.send(put);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const Key = { pk: Item.pk as AttributeValue, sk: Item.sk as AttributeValue };
    const { Item: found } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
    if (found && sorted(lineOf(found)) === sorted(line)) return;
    throw new LocalProblem("The table holds other items under the backup's keys. Import into an empty table.");
  }
};

const sorted = (line: string): string =>
  JSON.stringify(JSON.parse(line), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

/** Reads the whole backup once before a single item is written. */
const checked = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestFile), "utf8").catch(() => undefined);
  if (text === undefined) throw new LocalProblem(`${folder} holds no finished backup: its ${manifestFile} is missing.`);
  const manifest = Manifest.parse(JSON.parse(text));
  const hash = createHash("sha256");
  let items = 0;
  for await (const line of linesOf(folder)) {
    hash.update(`${line}\n`);
    items += 1;
  }
  if (items !== manifest.items || hash.digest("hex") !== manifest.sha256) {
    throw new LocalProblem(`The backup in ${folder} is incomplete or was altered. Take another one.`);
  }
  return manifest;
};

const linesOf = (folder: string) =>
  createInterface({ input: createReadStream(join(folder, itemsFile)), crlfDelay: Number.POSITIVE_INFINITY });

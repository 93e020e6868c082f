import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { messagesReadBy } from "../../shared/cases/beside-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { aCase } from "../support/a-case.ts";
import { now, person, writeEveryRecord } from "../support/every-record.ts";
import { testVault } from "../support/test-world.ts";

type Item = Readonly<Record<string, unknown>>;

/** A table that keeps what is put, and nothing else of what a table does. */
const items = new Map<string, Item>();
const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const client = {
  send: async (command: { readonly input: Item }) => {
    const { Item, Key, RequestItems } = command.input as {
      Item?: Item;
      Key?: Item;
      RequestItems?: Record<string, { Keys: Item[] }>;
    };
    if (command instanceof PutCommand && Item) items.set(nameOf(Item), Item);
    if (Key) return { Item: items.get(nameOf(Key)) };
    const found = Object.entries(RequestItems ?? {}).map(([table, { Keys }]) => [
      table,
      Keys.flatMap((each) => items.get(nameOf(each)) ?? []),
    ]);
    return { Responses: Object.fromEntries(found) };
  },
} as unknown as DynamoDBDocumentClient;

const cases = dynamodbCaseStore(client, "t", testVault);
const party = { person, role: "applicant" };

beforeAll(async () => {
  await writeEveryRecord(client, "t");
});

/** What has no end, and why. Nothing else may be without. */
const lasting: Readonly<Record<string, string>> = {
  "CASE#open CASE": "an open case is kept until it is closed",
  "BILL#unpaid BILL": "an open bill is kept until it is paid or cancelled",
  "CERTIFICATE#KEYS KEYS": "the bureau's public keys, by which files are checked for ever; they name nobody",
  "SPEED#o#p 2030-01-31#0": "figures of a day, which name nobody",
  "KEY#ring KEY": "the bureau's own roots, which name nobody",
};

test("every kind of record has an end, but for those that say why not", () => {
  const without = [...items].filter(([, { expiresAt }]) => typeof expiresAt !== "number").map(([name]) => name);
  expect(without.sort()).toEqual(Object.keys(lasting).sort());
  expect(items.size).toBe(24);
});

test("an end is a moment in seconds, and not before the record", () => {
  for (const { expiresAt } of items.values()) {
    if (expiresAt === undefined) continue;
    expect(Number.isInteger(expiresAt)).toBe(true);
    expect(expiresAt).toBeGreaterThanOrEqual(Date.parse(now) / 1000);
  }
});

test("every store that puts items into the table is walked", () => {
  const own = readFileSync(new URL("../support/every-record.ts", import.meta.url), "utf8");
  const root = new URL("../../", import.meta.url).pathname;
  const files = ["shared", "functions"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const putting = files.filter(
    (path) =>
      path.endsWith(".ts") &&
      /new (?:Put|Update|BatchWrite|TransactWrite)(?:Item)?Command/.test(readFileSync(join(root, path), "utf8")),
  );
  expect(putting.length).toBeGreaterThan(8);
  expect(putting.filter((path) => !own.includes(path))).toEqual([]);
});

describe("what lies beside a case ends with it", () => {
  const secondsOf = (moment: string) => Date.parse(moment) / 1000;
  const endsOf = (id: string) =>
    [`CASE#${id} CASE`, `CASE#${id} PERSON#${person}`, `CASE#${id} DOCUMENT#${messagesReadBy(person)}`].map((name) =>
      Number(items.get(name)?.expiresAt),
    );
  const close = async (id: string, openedAt: string, parts: Partial<Case>) => {
    const opened = aCase({ id, openedAt: openedAt as Instant, parties: [party] });
    await cases.link(opened, person);
    await cases.writeDocument(opened, messagesReadBy(person), []);
    await cases.replace({ ...opened, ...parts, version: 2 }, 1);
  };

  test("withdrawn, all of it goes after half a year", async () => {
    await close("withdrawn", "2030-01-01T00:00:00.000Z", { status: "withdrawn", closedAt: now });
    expect(endsOf("withdrawn")).toEqual(Array(3).fill(secondsOf("2030-08-02T02:00:00.000Z")));
  });

  test("open for years, it is kept as long as the case", async () => {
    await close("long", "2026-01-01T00:00:00.000Z", { status: "completed", closedAt: now });
    expect(endsOf("long")).toEqual(Array(3).fill(secondsOf("2040-02-01T02:00:00.000Z")));
  });

  test("closed within the year, it was told an end not before the case's and not a year after it: nothing is written", async () => {
    await close("usual", "2030-01-01T00:00:00.000Z", { status: "completed", closedAt: now });
    const [own, ...beside] = endsOf("usual");
    expect(own).toBe(secondsOf("2040-02-01T02:00:00.000Z"));
    expect(beside).toEqual(Array(2).fill(secondsOf("2041-01-02T00:00:00.000Z")));
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { KioskFile, registerKiosks } from "../../infra/register-kiosks.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";
import { dynamodbSessionStore } from "../../shared/people/sessions/dynamodb-session-store.ts";
import { memorySessionStore } from "../../shared/people/sessions/memory-session-store.ts";
import type { Handover, SessionStore } from "../../shared/people/sessions/session-store.ts";
import { tableName, tableOnDisk } from "../support/table-on-disk.ts";

let client: ReturnType<typeof localClient>;
let close: () => Promise<void>;
beforeAll(async () => {
  const table = await tableOnDisk();
  client = localClient(table.endpoint);
  close = async () => {
    client.destroy();
    await table.close();
  };
});
afterAll(() => close());

const kiosk = {
  id: "kiosk-1",
  office: "liuzhou",
  thumbprint: "t".repeat(43),
  since: "2030-01-01T00:00:00.000Z" as Instant,
  until: "2035-01-01T00:00:00.000Z" as Instant,
};
const handover: Handover = {
  key: "k",
  person: "p" as PersonKey,
  caseId: "c",
  from: "kiosk",
  madeAt: "2030-01-31T02:00:00.000Z" as Instant,
  until: "2030-01-31T02:05:00.000Z" as Instant,
  isStrong: true,
};

describe.each<[string, () => SessionStore]>([
  ["in memory", memorySessionStore],
  ["in a table", () => dynamodbSessionStore(documentClient(client), tableName)],
])("sessions %s", (_, storeOf) => {
  test("a kiosk is found by its key's thumbprint, as it was last registered", async () => {
    const store = storeOf();
    expect(await store.readKiosk(kiosk.thumbprint)).toBeUndefined();
    await store.registerKiosk(kiosk);
    expect(await store.readKiosk(kiosk.thumbprint)).toEqual(kiosk);
    const stolen = { ...kiosk, until: "2030-01-31T02:00:00.000Z" as Instant };
    await store.registerKiosk(stolen);
    expect(await store.readKiosk(kiosk.thumbprint)).toEqual(stolen);
  });

  test("an ended session is remembered, and no other", async () => {
    const store = storeOf();
    await store.end("token-1", kiosk.until);
    expect(await store.hasEnded("token-1")).toBe(true);
    expect(await store.hasEnded("token-2")).toBe(false);
  });

  test("of many who take a code at once, one gets it; it says which request that was", async () => {
    const store = storeOf();
    expect(await store.readHandover("k")).toBeUndefined();
    await store.keepHandover(handover);
    expect(await store.readHandover("k")).toEqual(handover);
    const takers = ["one", "two", "three", "four", "five"];
    const outcomes = await Promise.all(takers.map((taker) => store.takeHandover(handover, taker)));
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    const first = takers[outcomes.indexOf("taken")];
    expect(await store.readHandover("k")).toEqual({ ...handover, takenBy: first });
  });

  test("a code that was never made cannot be taken", async () => {
    expect(await storeOf().takeHandover({ ...handover, key: "never" }, "one")).toBe("gone");
  });
});

test("a bureau's file of kiosks is what holds from now on", async () => {
  const file = KioskFile.parse([{ ...kiosk, id: "kiosk-2", thumbprint: "u".repeat(43) }]);
  await registerKiosks(client, tableName, file);
  const found = await dynamodbSessionStore(documentClient(client), tableName).readKiosk("u".repeat(43));
  expect(found).toEqual({ ...kiosk, id: "kiosk-2", thumbprint: "u".repeat(43) });
});

test.each([
  ["a thumbprint that is none", { thumbprint: "short" }],
  ["an end before its beginning", { until: "2029-01-01T00:00:00.000Z" }],
  ["what nobody knows", { colour: "red" }],
])("%s in it is refused", (_, wrong) => {
  expect(() => KioskFile.parse([{ ...kiosk, ...wrong }])).toThrow();
});

test("what expires carries its second for the table's own cleaning", async () => {
  const items: Record<string, unknown>[] = [];
  const watching = {
    send: async ({ input }: { input: { Item: Record<string, unknown> } }) => {
      items.push(input.Item);
      return {};
    },
  };
  const store = dynamodbSessionStore(watching as never, tableName);
  await store.end("token-1", handover.until);
  await store.keepHandover(handover);
  await store.registerKiosk(kiosk);
  // A kiosk ends with the first second of 2035; which machine it was can be told for 1096 days more, to the end of 2037.
  const threeYearsLater = Date.UTC(2038, 0, 1) / 1000;
  expect(items.map(({ expiresAt }) => expiresAt)).toEqual([1896055500, 1896055500, threeYearsLater]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { resealTable } from "../../infra/reseal/reseal-table.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { readBureauSecret } from "../../shared/kernel/bureau-secret.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { verifyChain } from "../../shared/people/access-log/chain.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { localVault } from "../../shared/people/vault.ts";
import { aCase } from "../support/a-case.ts";
import { rotatedSecret } from "../support/rotated-secret.ts";
import { type TableOnDisk, tableName, tableOnDisk } from "../support/table-on-disk.ts";

let table: TableOnDisk;
beforeAll(async () => {
  table = await tableOnDisk();
});
afterAll(() => table.close());

const first = "the bureau's first secret, of more than thirty-two characters";
const second = rotatedSecret(first, "a second key that seals, of more than thirty-two characters");
const withoutFirst = JSON.stringify({
  lasting: first,
  sealing: readBureauSecret(second).sealing.slice(0, 1),
});

test("a rotated secret recognises the same people, seals with the new key and opens what the former sealed", () => {
  const person = { idType: "other", idNumber: "test-one" } as const;
  expect(keyedHash(second).person(person)).toBe(keyedHash(first).person(person));
  const sealed = localVault(first).seal({ a: 1 }, "here");
  expect(localVault(second).open(sealed, "here")).toEqual({ a: 1 });
  const fresh = localVault(second).seal({ a: 1 }, "here");
  expect(() => localVault(first).open(fresh, "here")).toThrow();
  expect(() => localVault(second).open(sealed, "there")).toThrow();
});

test.each([
  ["a short key", '{"lasting":"short","sealing":["short"]}'],
  ["no key that seals", JSON.stringify({ lasting: first, sealing: [] })],
  ["half of it", '{"lasting":'],
])("%s is no secret, and is not quoted", (_, text) => {
  expect(() => readBureauSecret(text)).toThrow(/^the bureau's secret is not \{lasting, sealing/);
});

test("cases, documents and chains are sealed anew while they are in use; then the former key opens nothing and is not needed", async () => {
  const client = documentClient(localClient(table.endpoint));
  const parts = (secret: string) => ({
    cases: dynamodbCaseStore(client, tableName, localVault(secret)),
    log: accessLog({ store: dynamodbChainStore(client, tableName, localVault(secret)), hash: keyedHash(secret) }),
  });
  const before = parts(first);
  const ids = Array.from({ length: 12 }, (_, index) => `case-${index}`);
  for (const id of ids) await before.cases.create(aCase({ id }));
  await before.cases.writeDocument(aCase({ id: "case-0" }), "messages-read/somebody", [{ upTo: 1 }]);
  const entry = {
    at: aCase({}).openedAt,
    reader: { kind: "machine" },
    does: "looks-up",
    reason: "case-work",
    caseId: "case-0",
    packageId: "test",
    packageVersion: 1,
    fields: [],
    people: 1,
  } as const;
  await before.log.note([{ chain: "person/one", entry }]);

  const busy = parts(second);
  const written = await busy.cases.read("case-1");
  if (!written) throw new Error("no case");
  await busy.cases.replace({ ...written, version: written.version + 1 }, written.version);
  const run = () => resealTable(client, tableName, localVault(second));
  // Twelve cases of which one was written meanwhile, a document, a link.
  expect(await run()).toMatchObject({ resealed: 13, overtaken: 0, unopened: [] });
  expect(await run()).toMatchObject({ resealed: 0, overtaken: 0, unopened: [] });

  const after = parts(withoutFirst);
  for (const id of ids) expect((await after.cases.read(id))?.id).toBe(id);
  expect(await after.cases.readDocument("case-0", "messages-read/somebody")).toEqual([{ upTo: 1 }]);
  const { found, head } = await after.log.whole("person/one");
  expect(verifyChain(keyedHash(withoutFirst), "person/one", found, head ? [head] : [])).toEqual([]);
  await expect(before.cases.read("case-2")).rejects.toThrow();
});

test("what no key opens is named, and left as it is", async () => {
  const client = documentClient(localClient(table.endpoint));
  const other = localVault("a secret that nobody has kept, of more than thirty-two characters");
  await dynamodbCaseStore(client, tableName, other).create(aCase({ id: "lost" }));
  expect((await resealTable(client, tableName, localVault(second))).unopened).toEqual(["CASE#lost CASE"]);
});

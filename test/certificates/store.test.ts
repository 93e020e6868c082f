import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import type { CertificateStore } from "../../shared/certificates/certificate-store.ts";
import { makeCode } from "../../shared/certificates/code.ts";
import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import {
  dynamodbGuessStore,
  type GuessStore,
  guessWindowMilliseconds,
  memoryGuessStore,
} from "../../shared/certificates/guess-store.ts";
import { memoryCertificateStore } from "../../shared/certificates/memory-certificate-store.ts";
import { after, type Instant } from "../../shared/kernel/instant.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { aRecord } from "../functions/support/certificates.ts";
import { tableName, tableOnDisk } from "../support/table-on-disk.ts";
import { testSecret, testVault } from "../support/test-world.ts";

const stores = new Map<string, { certificates: CertificateStore; guesses: GuessStore }>([
  ["memory", { certificates: memoryCertificateStore(), guesses: memoryGuessStore() }],
]);
let close: () => Promise<void>;

beforeAll(async () => {
  const table = await tableOnDisk();
  const base = localClient(table.endpoint);
  const client = documentClient(base);
  const parts = { client, tableName, vault: testVault, hash: keyedHash(testSecret) };
  stores.set("table", {
    certificates: dynamodbCertificateStore(parts),
    guesses: dynamodbGuessStore(client, tableName),
  });
  close = async () => {
    base.destroy();
    await table.close();
  };
});
afterAll(() => close());

const storesOf = (name: string) => {
  const found = stores.get(name);
  if (!found) throw new Error(name);
  return found;
};
const now = "2030-01-31T02:00:00.000Z" as Instant;
const issuedAt = now;

describe.each(["memory", "table"])("certificates in the %s", (name) => {
  const code = (id: string) => makeCode(testSecret, id);

  test("of two files under one code the first stays, and both who kept one are given it", async () => {
    const { certificates } = storesOf(name);
    const one = Uint8Array.from({ length: 60_000 }, (_, index) => index % 251);
    expect(Buffer.from(await certificates.keepFile(code("file"), one, { issuedAt })).equals(Buffer.from(one))).toBe(
      true,
    );
    const kept = await certificates.keepFile(code("file"), Buffer.from("another"), { issuedAt });
    expect(Buffer.from(kept).equals(Buffer.from(one))).toBe(true);
    expect(Buffer.from((await certificates.readFile(code("file"))) ?? []).equals(Buffer.from(one))).toBe(true);
    expect(await certificates.readFile(code("no file"))).toBeUndefined();
  });

  test("a record is kept once, and replaced only by who has seen it", async () => {
    const { certificates } = storesOf(name);
    const record = aRecord("case-1", { code: code("record") });
    await certificates.keepRecord(record);
    await certificates.keepRecord({ ...record, title: "another" });
    expect(await certificates.read(record.code)).toEqual(record);
    const revoked = { ...record, version: 2, revocation: { at: now, reason: "corrected" } as const };
    expect(await certificates.replaceRecord(revoked, 1)).toBe("replaced");
    expect(await certificates.replaceRecord({ ...record, version: 2 }, 1)).toBe("conflict");
    expect(await certificates.read(record.code)).toEqual(revoked);
  });

  test("twenty who add to a list at once lose none, and nothing is listed twice", async () => {
    const { certificates } = storesOf(name);
    const codes = Array.from({ length: 20 }, (_, index) => code(`listed ${index}`));
    await Promise.all(codes.map((each) => certificates.enlist("case/1", [each], issuedAt)));
    await certificates.enlist("case/1", codes, issuedAt);
    expect((await certificates.list("case/1")).toSorted()).toEqual(codes.toSorted());
    expect(await certificates.list("case/2")).toEqual([]);
  });

  test("a key is published once and stays when another one comes", async () => {
    const { certificates } = storesOf(name);
    const key = { keyId: "1", algorithm: "ECDSA_SHA_256", publicKey: "one" } as const;
    await certificates.publishKey(key);
    await certificates.publishKey({ ...key, keyId: "2", publicKey: "two" });
    await certificates.publishKey({ ...key, publicKey: "other" });
    expect((await certificates.readKeys()).map(({ publicKey }) => publicKey)).toEqual(["one", "two"]);
  });

  test("guesses of one source are counted one by one, and forgotten together", async () => {
    const { guesses } = storesOf(name);
    await Promise.all(Array.from({ length: 8 }, () => guesses.count("source", now)));
    expect((await guesses.read("source", now))?.count).toBe(8);
    expect(await guesses.read("other", now)).toBeUndefined();
    const later = after(now, guessWindowMilliseconds);
    expect(await guesses.read("source", later)).toBeUndefined();
    await guesses.count("source", later);
    expect((await guesses.read("source", later))?.count).toBe(1);
  });
});

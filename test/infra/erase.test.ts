import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseFromBackup } from "../../infra/erase/erase-from-backup.ts";
import { erasePerson } from "../../infra/erase/erase-person.ts";
import { readIdentity } from "../../infra/erase/read-identity.ts";
import { exportTable, importTable } from "../../infra/local/backup/backup.ts";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { startTable } from "../../infra/local/dynamodb/dynalite.ts";
import { resealTable } from "../../infra/reseal/reseal-table.ts";
import { rewrapKeys } from "../../infra/reseal/rewrap-keys.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case, Fact } from "../../shared/cases/case.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { verifyChain } from "../../shared/people/access-log/chain.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { chainOfOffice, chainOfPerson } from "../../shared/people/access-log/entry.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import { localKeyProvider } from "../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../shared/people/keys/key-ring.ts";
import { peopleVault } from "../../shared/people/keys/people-vault.ts";
import { localVault } from "../../shared/people/vault.ts";
import { aRecord } from "../functions/support/certificates.ts";
import { aCase } from "../support/a-case.ts";
import { rotatedSecret } from "../support/rotated-secret.ts";
import { type TableOnDisk, tableName, tableOnDisk } from "../support/table-on-disk.ts";
import { testPackage } from "../support/test-package.ts";
import { anOfficer, TestClock, testSecret } from "../support/test-world.ts";

const bureau = "liuzhou";
let table: TableOnDisk;
beforeAll(async () => {
  table = await tableOnDisk();
});
afterAll(() => table.close());

const hash = keyedHash(testSecret);
const time = new TestClock();

/** One instance of the service, with nothing remembered; and what the operator's command works with. */
const aBureau = (secret = testSecret, endpoint = table.endpoint) => {
  const client = documentClient(localClient(endpoint));
  const [vault, keys, provider] = [localVault(secret), dynamodbKeyStore(client, tableName), localKeyProvider(secret)];
  const people = peopleVault({ vault, keys: keyRing({ store: keys, provider, bureau, clock: time.read }), hash });
  const access = accessLog({ store: dynamodbChainStore(client, tableName, vault), hash });
  const waited: number[] = [];
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return {
    ...{ client, tableName, vault, people, keys, hash, access, provider, waited, bureau },
    cases: dynamodbCaseStore(client, tableName, people),
    certificates: dynamodbCertificateStore({ client, tableName, vault: people, hash }),
    erasing: { client, tableName, vault, keys, hash, access, office: bureau, clock: time.read, wait },
  };
};

const document = (idNumber: string) => ({ idType: "resident-id" as const, idNumber });
const closedAt = "2030-01-31T01:00:00.000Z" as Instant;
const fact = (value: unknown): Fact => ({
  value,
  isPrivate: true,
  source: { kind: "person", step: "form", role: "applicant" },
  at: closedAt,
});
/** A case of two people, of whom one is named in a text as well. */
const caseOf = (id: string, one: string, other: string, parts: Partial<Case> = {}): Case =>
  aCase({
    id,
    facts: {
      people: fact([
        { name: "例甲", ...document(one), phone: "19900001234" },
        { name: "例乙", ...document(other) },
      ]),
      remark: fact(`例甲(${one})来过`),
    },
    ...parts,
  });

const [stays, open, owed, withdrawn] = ["11", "22", "33", "44"].map((end) => `9900001990010100${end}`) as [
  string,
  string,
  string,
  string,
];

test("while a case is open, and while the law wants the record kept: refused, with what, how many and until when", async () => {
  const { cases, certificates, keys, erasing } = aBureau();
  await cases.create(caseOf("open", open, stays));
  await cases.create(caseOf("owed", owed, stays, { status: "completed", closedAt }));
  const subject = { name: "例甲", ...document(owed) };
  await certificates.keepRecord(aRecord("owed", { code: "one", subject, holder: "例甲", issuedAt: closedAt }));
  expect(await erasePerson(erasing, document(open))).toEqual({
    outcome: "refused",
    needs: [{ kind: "open-case", records: 1 }],
  });
  const { outcome, needs } = await erasePerson(erasing, document(owed));
  const law = "税收征收管理法实施细则第二十九条";
  expect([outcome, ...[...needs].sort((a, b) => (a.kind < b.kind ? -1 : 1))]).toEqual([
    "refused",
    { kind: "certificate", records: 1, until: "2041-02-01T01:00:00.000Z", law },
    { kind: "finishedCase", records: 1, until: "2040-02-01T01:00:00.000Z", law },
  ]);
  // Nothing was begun: the same key seals on.
  expect((await keys.read([hash.person(document(owed))])).get(hash.person(document(owed)))).toMatchObject({
    generation: 1,
  });
  await cases.replace(caseOf("owed", owed, stays, { version: 2, status: "completed", closedAt }), 1);
  expect((await keys.read([hash.person(document(owed))])).get(hash.person(document(owed)))).toMatchObject({
    generation: 1,
  });
});

test("nothing was declared: the person goes at once from all copies, the other party's record stays, everybody is told in words", async () => {
  const bureau = aBureau();
  await bureau.cases.create(caseOf("withdrawn", withdrawn, stays, { status: "withdrawn", closedAt }));
  expect(await erasePerson(bureau.erasing, document(withdrawn))).toEqual({ outcome: "erased", needs: [] });
  // Whoever knew the key a moment before believes it no more.
  expect(bureau.waited).toEqual([70_000]);

  const after = aBureau();
  const found = await after.cases.read("withdrawn");
  if (!found) throw new Error("no case");
  const text = JSON.stringify(found);
  for (const theirs of [withdrawn, "例甲", "19900001234"]) expect(text).not.toContain(theirs);
  expect(found.facts.people?.value).toMatchObject([
    { name: expect.stringMatching(/已依法删除 erased by law/) },
    document(stays),
  ]);
  const view = viewCase([testPackage], found, anOfficer());
  expect(view.id).toBe("withdrawn");

  // Written again, it stays as it is, and no key is made for nobody.
  const before = (await after.keys.read([hash.person(document(withdrawn))])).get(hash.person(document(withdrawn)));
  await after.cases.replace({ ...found, version: 2 }, 1);
  expect((await aBureau().cases.read("withdrawn"))?.facts).toEqual(found.facts);
  expect((await after.keys.read([hash.person(document(withdrawn))])).get(hash.person(document(withdrawn)))).toEqual(
    before,
  );

  expect(await erasePerson(after.erasing, document(withdrawn))).toEqual({ outcome: "erased-before", needs: [] });
  for (const chain of [chainOfPerson(hash.person(document(withdrawn))), chainOfOffice("liuzhou")]) {
    const { found: links, head } = await after.access.whole(chain);
    expect(links.map(({ link }) => link?.entries.map(({ does }) => does))).toEqual([["erases"]]);
    expect(verifyChain(hash, chain, links, head ? [head] : [])).toEqual([]);
  }
});

test("once the law's time is over a record that is still there holds nobody back, and a certificate goes with its holder", async () => {
  const { cases, certificates, erasing } = aBureau();
  time.pass(12 * 366 * 86_400_000);
  await certificates.keepFile("one", Buffer.from("%PDF"), {
    issuedAt: closedAt,
    subject: { name: "例甲", ...document(owed) },
  });
  expect(await erasePerson(erasing, document(owed))).toMatchObject({ outcome: "erased" });
  time.pass(61_000);
  expect(await aBureau().certificates.read("one")).toMatchObject({
    holder: expect.stringMatching(/erased/),
    caseId: "owed",
  });
  expect(await aBureau().certificates.readFile("one")).toBeUndefined();
  expect((await cases.read("owed"))?.facts.people?.value).toMatchObject([{}, { name: "例乙", ...document(stays) }]);
});

test("from a backup of before the erasure the key is taken as well: imported, it reads nobody, and is whole", async () => {
  const person = "990000199001010066";
  const before = aBureau();
  await before.cases.create(caseOf("copied", person, stays, { status: "withdrawn", closedAt }));
  const backup = join(table.folder, "backup");
  const raw = localClient(table.endpoint);
  const { sha256 } = await exportTable(raw, tableName, backup);
  expect(await erasePerson(before.erasing, document(person))).toMatchObject({ outcome: "erased" });
  expect(await eraseFromBackup(backup, hash.person(document(person)))).toBe(1);
  expect(await eraseFromBackup(backup, hash.person(document(person)))).toBe(0);

  const restored = await startTable({ folder: join(table.folder, "restored"), tableName });
  const { sha256: after } = await importTable(localClient(restored.endpoint), tableName, backup);
  expect(after).not.toBe(sha256);
  const there = aBureau(testSecret, restored.endpoint);
  const text = JSON.stringify(await there.cases.read("copied"));
  for (const theirs of [person, "例甲", "19900001234"]) expect(text).not.toContain(theirs);
  expect(text).toContain(stays);
  await restored.close();
});

test("somebody of whom nothing is held", async () => {
  expect(await erasePerson(aBureau().erasing, document("990000199001010099"))).toEqual({
    outcome: "unknown",
    needs: [],
  });
});

test("what was written before people had keys is named, and sealed by person with the next reseal; the ring gets a new root", async () => {
  const before = aBureau();
  const person = "990000199001010055";
  await dynamodbCaseStore(before.client, tableName, before.vault).create(
    caseOf("old", person, stays, { status: "withdrawn", closedAt }),
  );
  expect(await erasePerson(before.erasing, document(person))).toEqual({
    outcome: "refused",
    needs: [{ kind: "not-sealed-by-person", records: 1 }],
  });
  const secret = rotatedSecret(testSecret, "a second key that seals, of more than thirty-two characters");
  const after = aBureau(secret);
  const rewrap = (isNew: boolean) => rewrapKeys({ ...after, clock: time.read }, isNew);
  const { people } = await rewrap(false);
  // They who were erased above have nothing left to wrap.
  const erased = 3;
  expect(await rewrap(true)).toEqual({ root: 2, people, rewrapped: people - erased, overtaken: 0 });
  expect(await rewrap(false)).toEqual({ root: 2, people, rewrapped: 0, overtaken: 0 });
  const reseal = () => resealTable(after.client, tableName, after.vault, after.people);
  expect((await reseal()).resealed).toBeGreaterThan(3);
  expect(await reseal()).toMatchObject({ resealed: 0, unopened: [] });
  // The former key is given up.
  const { lasting, sealing } = JSON.parse(secret);
  const alone = aBureau(JSON.stringify({ lasting, sealing: sealing.slice(0, 1) }));
  expect((await alone.cases.read("old"))?.facts.remark?.value).toBe(`例甲(${person})来过`);
  expect((await alone.cases.read("open"))?.facts.remark?.value).toBe(`例甲(${open})来过`);
  expect(await erasePerson(alone.erasing, document(person))).toMatchObject({ outcome: "erased" });
});

test.each([
  ["", "{"],
  ["no number", '{"idType":"other"}'],
  ["more", '{"idType":"other","idNumber":"1","name":"a"}'],
])("what is no identity is refused and not quoted: %s", (_, text) => {
  expect(() => readIdentity(text)).toThrow(/^Standard input is not \{"idType"/);
});

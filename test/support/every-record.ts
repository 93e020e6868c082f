import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { messagesReadBy } from "../../shared/cases/beside-case.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { dynamodbQuotaStore } from "../../shared/cases/dynamodb-quota-store.ts";
import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import { dynamodbGuessStore } from "../../shared/certificates/guess-store.ts";
import { calendarDate } from "../../shared/kernel/day.ts";
import { fen } from "../../shared/kernel/fen.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { issueBill } from "../../shared/payments/issue-bill.ts";
import { dynamodbDifferenceStore } from "../../shared/payments/reconciliation/dynamodb-difference-store.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import { localKeyProvider } from "../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../shared/people/keys/key-ring.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";
import { dynamodbSessionStore } from "../../shared/people/sessions/dynamodb-session-store.ts";
import { dynamodbFigureStore } from "../../shared/speed/dynamodb-figure-store.ts";
import { aRecord } from "../functions/support/certificates.ts";
import { aCase } from "./a-case.ts";
import { testSecret, testVault } from "./test-world.ts";

export const now = "2030-01-31T02:00:00.000Z" as Instant;
const day = calendarDate("2030-01-31");
export const person = "somebody" as PersonKey;

/**
 * Writes at least one record of every kind that the product keeps, through the stores that keep them. Whoever adds a store
 * adds it here: a test looks for stores that are not.
 */
export const writeEveryRecord = async (client: DynamoDBDocumentClient, tableName: string): Promise<void> => {
  const hash = keyedHash(testSecret);
  const cases = dynamodbCaseStore(client, tableName, testVault);
  const party = { person, role: "applicant" };
  const taxes = [{ id: "deed-tax", tax: "deed-tax", amount: fen(1), reference: "B-1" }];
  await cases.create(aCase({ id: "completed", status: "completed", closedAt: now, openedAt: now, parties: [party] }));
  await cases.create(aCase({ id: "open" }));
  await cases.link(aCase({ id: "open" }), person);
  await cases.writeDocument(aCase({ id: "open" }), messagesReadBy(person), []);

  const bills = dynamodbBillStore(client, tableName);
  await issueBill(bills, { id: "paid", caseId: "open", payer: person, items: taxes }, now);
  const bill = await bills.read("paid");
  if (!bill) throw new Error("no bill");
  await bills.replace({ ...bill, status: "paid", version: 2 }, 1);
  await issueBill(bills, { id: "unpaid", caseId: "open", payer: person, items: taxes }, now);
  await bills.keepList("case/open", ["paid"], now);
  await bills.noteMovement("paid", { id: "paid_1", way: "alipay", day });
  const differences = dynamodbDifferenceStore(client, tableName);
  await differences.keepDay({ way: "alipay", day, status: "closed", lines: 0, theirs: 0, ours: 0, at: now } as never);
  await differences.add({ id: "one", way: "alipay", day } as never);

  const certificates = dynamodbCertificateStore({ client, tableName, vault: testVault, hash });
  await certificates.keepFile("a", Buffer.from("%PDF"), { issuedAt: now });
  await certificates.keepRecord(aRecord("open", { code: "a", issuedAt: now }));
  await certificates.enlist("case/open", ["a"], now);
  await certificates.publishKey({ keyId: "k", algorithm: "ECDSA_SHA_256", publicKey: "p" });
  await dynamodbGuessStore(client, tableName).count("source", now);

  const sessions = dynamodbSessionStore(client, tableName);
  await sessions.registerKiosk({ id: "k", office: "liuzhou", thumbprint: "t", since: now, until: now });
  await sessions.end("token", now);
  const handover = {
    key: "h",
    person,
    caseId: "open",
    from: "mobile",
    madeAt: now,
    until: now,
    isStrong: false,
  } as const;
  await sessions.keepHandover(handover);

  const entry = {
    at: now,
    reader: { kind: "machine" },
    does: "looks-up",
    reason: "case-work",
    caseId: "open",
  } as const;
  const log = accessLog({ store: dynamodbChainStore(client, tableName, testVault), hash });
  await log.note([
    { chain: "person/one", entry: { ...entry, packageId: "p", packageVersion: 1, fields: [], people: 1 } },
  ]);
  await dynamodbQuotaStore(client, tableName).write({ day, operation: "o", purpose: "p" } as never, 1, 0);
  const cell = { figures: new Uint8Array(), counted: new Uint8Array() };
  await dynamodbFigureStore(client, tableName).write(
    { office: "o", packageId: "p", day, shard: 0 } as never,
    cell as never,
    0,
  );
  const store = dynamodbKeyStore(client, tableName);
  await keyRing({ store, provider: localKeyProvider(testSecret), bureau: "b", clock: () => now }).toSeal([person]);
};

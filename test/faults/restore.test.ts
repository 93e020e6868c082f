import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportTable, importTable } from "../../infra/local/backup/backup.ts";
import { lineOf } from "../../infra/local/backup/item-line.ts";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { startTable } from "../../infra/local/dynamodb/dynalite.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import { checkDueBills } from "../../shared/payments/check-bill.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { balancesOf, sumOf } from "../../shared/payments/ledger.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { compareDueDays } from "../../shared/payments/reconciliation/compare-days.ts";
import { dynamodbDifferenceStore } from "../../shared/payments/reconciliation/dynamodb-difference-store.ts";
import { repairDifference } from "../../shared/payments/reconciliation/repair-difference.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { verifyChain } from "../../shared/people/access-log/chain.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import { localKeyProvider } from "../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../shared/people/keys/key-ring.ts";
import { aBill, rawNotice, walletWorld } from "../payments/wallet-world.ts";
import { now, person, writeEveryRecord } from "../support/every-record.ts";
import { testSecret, testVault } from "../support/test-world.ts";

const tableName = "restore-test";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-restore-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const withTable = async <Result>(
  name: string,
  use: (documents: DynamoDBDocumentClient, client: DynamoDBClient) => Promise<Result>,
): Promise<Result> => {
  const table = await startTable({ folder: join(folder, name), port: 0, tableName });
  const client = localClient(table.endpoint);
  try {
    return await use(documentClient(client), client);
  } finally {
    client.destroy();
    await table.close();
  }
};

const allIn = async (client: DynamoDBClient): Promise<readonly string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  const inOrder = (item: Record<string, AttributeValue>) =>
    lineOf(Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))));
  return Items.map(inOrder).sort();
};

test("every kind of record is in a backup and comes back as it was; chains verify, keys open, files are whole", async () => {
  const backup = join(folder, "backup");
  const hash = keyedHash(testSecret);
  const ringIn = (documents: DynamoDBDocumentClient) =>
    keyRing({
      store: dynamodbKeyStore(documents, tableName),
      provider: localKeyProvider(testSecret),
      bureau: "b",
      clock: () => now,
    });
  const { before, keys } = await withTable("first", async (documents, client) => {
    await writeEveryRecord(documents, tableName);
    const manifest = await exportTable(client, tableName, backup);
    const lines = await allIn(client);
    expect(manifest.items).toBe(lines.length);
    return { before: lines, keys: await ringIn(documents).toSeal([person]) };
  });
  expect(before.length).toBeGreaterThan(20);

  await withTable("second", async (documents, client) => {
    await importTable(client, tableName, backup);
    expect(await allIn(client)).toEqual(before);

    const log = accessLog({ store: dynamodbChainStore(documents, tableName, testVault), hash });
    const { found, head } = await log.whole("person/one");
    expect(found).toHaveLength(1);
    expect(verifyChain(hash, "person/one", found, head ? [head] : [])).toEqual([]);
    const certificates = dynamodbCertificateStore({ client: documents, tableName, vault: testVault, hash });
    expect(Buffer.from((await certificates.readFile("a")) ?? [])).toEqual(Buffer.from("%PDF"));
    expect(await certificates.list("case/open")).toEqual(["a"]);
    expect(await ringIn(documents).toSeal([person])).toEqual(keys);
  });
});

describe("restored to a moment, money that moved after it is found again, once", () => {
  const way = "alipay";
  type Town = ReturnType<typeof walletWorld>;

  const begin = async ({ payments, wallets }: Town) => {
    const { attempt } = await startPayment(payments, { billId: "BILL0001", way, product: "qr" });
    const content = attempt.offer?.kind === "qr" ? attempt.offer.content : "";
    return () => {
      const paid = wallets[way].desk.pay(content);
      if (paid.kind !== "paid") throw new Error(paid.reason);
      return paid.order;
    };
  };

  const settled = async ({ read, wallets }: Town) => {
    const bill = await read("BILL0001");
    expect(bill.status).toBe("paid");
    expect(bill.entries.map(({ cause }) => cause)).toEqual(["issued", "settled"]);
    expect(sumOf(balancesOf(bill.entries))).toBe(0);
    expect([...wallets[way].book.orders].filter(({ transaction }) => transaction)).toHaveLength(1);
  };

  /** A bill whose table is lost after `afterMoment`; the wallets and their books outlive it. */
  const lose = async <Kept>(
    before: (town: Town) => Promise<Kept>,
    afterMoment: (town: Town, kept: Kept) => Promise<void>,
    then: (town: Town, differences: ReturnType<typeof dynamodbDifferenceStore>) => Promise<void>,
  ) => {
    const backup = join(folder, "backup");
    const town = await withTable("first", async (documents, client) => {
      const lasting = walletWorld(dynamodbBillStore(documents, tableName));
      await aBill(lasting.payments);
      const kept = await before(lasting);
      await exportTable(client, tableName, backup);
      await afterMoment(lasting, kept);
      return lasting;
    });
    await withTable("second", async (documents, client) => {
      await importTable(client, tableName, backup);
      const bills = dynamodbBillStore(documents, tableName);
      const read = async (id: string) => (await bills.read(id)) ?? expect.fail("no bill");
      const restored = { ...town, payments: { ...town.payments, bills }, read };
      await then(restored, dynamodbDifferenceStore(documents, tableName));
    });
  };

  test("paid after the moment, and the wallet tells us again", async () => {
    await lose(
      begin,
      async ({ payments, wallets }, pay) => {
        await receiveNotice(payments, way, rawNotice(wallets[way].desk.letterOf(pay())));
      },
      async (town) => {
        const [order] = town.wallets[way].book.orders;
        const letter = rawNotice(town.wallets[way].desk.letterOf(order ?? expect.fail("no order")));
        const answers = [letter, letter].map((each) => receiveNotice(town.payments, way, each));
        for (const { status, body } of await Promise.all(answers)) {
          expect(town.wallets[way].desk.isTaken(status, body)).toBe(true);
        }
        await settled(town);
      },
    );
  });

  test("paid after the moment, and nobody tells us again: the due clock asks the wallet", async () => {
    await lose(
      begin,
      async ({ payments, wallets }, pay) => {
        await receiveNotice(payments, way, rawNotice(wallets[way].desk.letterOf(pay())));
      },
      async (town) => {
        town.pass(60_000);
        await checkDueBills(town.payments, 25);
        await settled(town);
      },
    );
  });

  const beginAndPay = async (town: Town) => {
    const pay = await begin(town);
    pay();
  };

  test("begun and paid after the moment: the wallet's account of the day shows it, and it is booked", async () => {
    await lose(
      async () => {},
      beginAndPay,
      async (town, differences) => {
        town.pass(36 * 3_600_000);
        await compareDueDays(town.payments, differences);
        const [found, ...others] = await differences.listOpen();
        expect(others).toEqual([]);
        expect(found).toMatchObject({ kind: "not-booked", repair: "book-payment" });
        await repairDifference(town.payments, differences, found?.id ?? "");
        await settled(town);
      },
    );
  });

  test("begun and paid after the moment, and they come to pay once more: nobody pays twice", async () => {
    await lose(
      async () => {},
      beginAndPay,
      async (town) => {
        // The number of the first try is used anew, and the wallet knows it as paid.
        await begin(town).catch(() => {});
        town.pass(60_000);
        await checkDueBills(town.payments, 25);
        await settled(town);
      },
    );
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { calendarDate } from "../../shared/kernel/day.ts";
import { billShardOf } from "../../shared/payments/bill-keys.ts";
import type { BillStore } from "../../shared/payments/bill-store.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { balancesOf, sumOf } from "../../shared/payments/ledger.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { dynamodbDifferenceStore } from "../../shared/payments/reconciliation/dynamodb-difference-store.ts";
import { reconcileDay } from "../../shared/payments/reconciliation/reconcile-day.ts";
import { repairDifference } from "../../shared/payments/reconciliation/repair-difference.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { tableName, tableOnDisk } from "../support/table-on-disk.ts";
import { closeDay } from "./clerk.ts";
import { aBill, rawNotice, walletWorld } from "./wallet-world.ts";

let bills: BillStore;
let differences: ReturnType<typeof dynamodbDifferenceStore>;
let close: () => Promise<void>;

beforeAll(async () => {
  const table = await tableOnDisk();
  const base = localClient(table.endpoint);
  const client = documentClient(base);
  bills = dynamodbBillStore(client, tableName);
  differences = dynamodbDifferenceStore(client, tableName);
  close = async () => {
    base.destroy();
    await table.close();
  };
});
afterAll(() => close());

test("on a real table: twenty notices at once book one payment, and the due index lets go of the bill", async () => {
  const { payments, wallets, read, pass } = walletWorld(bills);
  await aBill(payments, "TABLE001");
  expect(await aBill(payments, "TABLE001")).toMatchObject({ version: 1 });
  const { attempt } = await startPayment(payments, { billId: "TABLE001", way: "wechat", product: "qr" });
  const paid = wallets.wechat.desk.pay(attempt.offer?.kind === "qr" ? attempt.offer.content : "");
  if (paid.kind !== "paid") throw new Error(paid.reason);
  pass(11_000);
  expect(await bills.listDue(billShardOf("TABLE001"), payments.clock(), 10)).toContain("TABLE001");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      receiveNotice(payments, "wechat", rawNotice(wallets.wechat.desk.letterOf(paid.order))),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const bill = await read("TABLE001");
  expect(bill.entries.map(({ cause }) => cause)).toEqual(["issued", "settled"]);
  expect(sumOf(balancesOf(bill.entries))).toBe(0);
  expect(await bills.listDue(billShardOf("TABLE001"), payments.clock(), 10)).not.toContain("TABLE001");
});

test("on a real table: a difference stands on the work list until it is repaired", async () => {
  const { payments, wallets, pass } = walletWorld(bills);
  await aBill(payments, "TABLE002");
  const { attempt } = await startPayment(payments, { billId: "TABLE002", way: "alipay", product: "qr" });
  wallets.alipay.desk.pay(attempt.offer?.kind === "qr" ? attempt.offer.content : "");
  pass(5_000);
  const day = calendarDate("2030-01-31");
  await reconcileDay(payments, differences, "alipay", day);
  await reconcileDay(payments, differences, "alipay", day);
  const [open, ...others] = await differences.listOpen();
  expect(others).toEqual([]);
  expect(open).toMatchObject({ kind: "not-booked", repair: "book-payment", orderNumber: "TABLE002_1" });
  await repairDifference(payments, differences, open?.id ?? "");
  expect(await differences.listOpen()).toEqual([]);
  expect(await closeDay(payments, differences, "alipay", day)).toMatchObject({ theirs: 1_001_234, ours: 1_001_234 });
  expect((await checkBill(payments, "TABLE002"))?.status).toBe("paid");
});

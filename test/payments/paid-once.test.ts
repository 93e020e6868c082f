import { expect, test } from "vitest";
import { calendarDate } from "../../shared/kernel/day.ts";
import { fen } from "../../shared/kernel/fen.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import { balance, balancesOf, sumOf } from "../../shared/payments/ledger.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { memoryDifferenceStore } from "../../shared/payments/reconciliation/memory-difference-store.ts";
import { reconcileDay } from "../../shared/payments/reconciliation/reconcile-day.ts";
import { repairDifference } from "../../shared/payments/reconciliation/repair-difference.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { closeDay, refundBill } from "./clerk.ts";
import { aBill, rawNotice, walletWorld } from "./wallet-world.ts";

const contentOf = ({ attempt }: Awaited<ReturnType<typeof startPayment>>): string => {
  if (attempt.offer?.kind !== "qr") throw new Error("no code to scan");
  return attempt.offer.content;
};
const day = calendarDate("2030-01-31");

test.each(["wechat", "alipay"] as const)("%s: a scanned code pays the bill, however often it is told", async (way) => {
  const { payments, wallets, read } = walletWorld();
  await aBill(payments);
  const started = await startPayment(payments, { billId: "BILL0001", way, product: "qr" });
  expect(started.attempt.amount).toBe(1_001_234);
  const paid = wallets[way].desk.pay(contentOf(started));
  if (paid.kind !== "paid") throw new Error(paid.reason);
  for (let repeat = 0; repeat < 3; repeat += 1) {
    const answer = await receiveNotice(payments, way, rawNotice(wallets[way].desk.letterOf(paid.order)));
    expect(wallets[way].desk.isTaken(answer.status, answer.body)).toBe(true);
  }
  const bill = await read("BILL0001");
  expect(bill.status).toBe("paid");
  expect(bill.certificate).toBe("CODE-BILL0001");
  expect(bill.due).toBeUndefined();
  const balances = balancesOf(bill.entries);
  expect(balance(balances, `wallet/${way}`)).toBe(1_001_234);
  expect(balance(balances, "receivable")).toBe(0);
  expect(balance(balances, "tax/deed-tax")).toBe(-1_000_000);
  expect(balance(balances, "tax/stamp-duty")).toBe(-1_234);
  expect(sumOf(balances)).toBe(0);
});

test("both wallets are scanned at once: one pays, the other's money goes back by itself", async () => {
  const { payments, wallets, read, pass } = walletWorld();
  await aBill(payments);
  const one = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr" });
  const other = await startPayment(payments, { billId: "BILL0001", way: "alipay", product: "qr" });
  const first = wallets.wechat.desk.pay(contentOf(one));
  const second = wallets.alipay.desk.pay(contentOf(other));
  if (first.kind !== "paid" || second.kind !== "paid") throw new Error("not paid");
  await receiveNotice(payments, "alipay", rawNotice(wallets.alipay.desk.letterOf(second.order)));
  await receiveNotice(payments, "wechat", rawNotice(wallets.wechat.desk.letterOf(first.order)));
  for (let look = 0; look < 4; look += 1) {
    pass(600_000);
    await checkBill(payments, "BILL0001");
  }
  const bill = await read("BILL0001");
  expect(bill.attempts.map(({ status }) => status).sort()).toEqual(["settled", "surplus"]);
  expect(bill.refunds.map(({ status, amount }) => [status, amount])).toEqual([["paid", 1_001_234]]);
  const balances = balancesOf(bill.entries);
  expect(balance(balances, "wallet/alipay") + balance(balances, "wallet/wechat")).toBe(1_001_234);
  expect(balance(balances, "surplus")).toBe(0);
  const differences = memoryDifferenceStore();
  for (const way of ["wechat", "alipay"] as const) {
    expect((await closeDay(payments, differences, way, day)).differences).toEqual([]);
  }
});

test("the notice never comes: the due clock finds the payment", async () => {
  const { payments, wallets, read, pass } = walletWorld();
  await aBill(payments);
  const started = await startPayment(payments, { billId: "BILL0001", way: "alipay", product: "qr" });
  wallets.alipay.desk.pay(contentOf(started));
  pass(60_000);
  await checkBill(payments, "BILL0001");
  expect((await read("BILL0001")).status).toBe("paid");
});

test("an abandoned try frees the bill at once, also while the wallet is silent", async () => {
  const { payments, read, silent } = walletWorld();
  await aBill(payments);
  await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr" });
  silent.add("wechat.test");
  const other = await startPayment(payments, { billId: "BILL0001", way: "alipay", product: "qr" });
  expect(other.attempt.status).toBe("open");
  silent.clear();
  const again = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "h5" });
  expect(again.attempt.offer?.kind).toBe("page");
  expect((await read("BILL0001")).attempts.map(({ status }) => status)).toEqual(["closed", "open", "open"]);
});

test("the same device asks again: the same code, not a second order", async () => {
  const { payments } = walletWorld();
  await aBill(payments);
  const first = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr" });
  const second = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr" });
  expect(second.attempt.id).toBe(first.attempt.id);
});

test("a code that nobody scanned takes no money after its time", async () => {
  const { payments, wallets, read, pass } = walletWorld();
  await aBill(payments);
  const started = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr" });
  pass(15 * 60_000 + 1000);
  expect(wallets.wechat.desk.pay(contentOf(started))).toEqual({ kind: "no", reason: "expired" });
  await checkBill(payments, "BILL0001");
  expect((await read("BILL0001")).attempts[0]?.status).toBe("closed");
});

test("paid late: 0.05 % a day and tax, from the day after the deadline to the day of payment", async () => {
  const { payments } = walletWorld();
  await aBill(payments, "LATE0001", "2030-01-28");
  const { attempt } = await startPayment(payments, { billId: "LATE0001", way: "wechat", product: "qr" });
  // Three days: 10,000.00 × 0.15 % = 15.00; 12.34 × 0.15 % = 0.01851, rounded 0.02.
  expect(attempt.surcharge).toBe(1_502);
  expect(attempt.amount).toBe(1_002_736);
});

test.each(["wechat", "alipay"] as const)("%s: a cancelled sale gives everything back", async (way) => {
  const { payments, wallets, read, pass } = walletWorld();
  await aBill(payments);
  const started = await startPayment(payments, { billId: "BILL0001", way, product: "qr" });
  const paid = wallets[way].desk.pay(contentOf(started));
  if (paid.kind !== "paid") throw new Error(paid.reason);
  await receiveNotice(payments, way, rawNotice(wallets[way].desk.letterOf(paid.order)));
  for (let repeat = 0; repeat < 2; repeat += 1) {
    await refundBill(payments, { billId: "BILL0001", reason: "sale-cancelled", parts: "all" });
    pass(600_000);
    await checkBill(payments, "BILL0001");
  }
  const bill = await read("BILL0001");
  expect(bill.status).toBe("refunded");
  expect(bill.refunds.map(({ status, amount }) => [status, amount])).toEqual([["paid", 1_001_234]]);
  for (const amount of balancesOf(bill.entries).values()) expect(amount).toBe(0);
  expect((await closeDay(payments, memoryDifferenceStore(), way, day)).theirs).toBe(0);
});

test("a re-purchase gives back a part of one tax, once, and never more than was paid", async () => {
  const { payments, wallets, read, pass } = walletWorld();
  await aBill(payments);
  const started = await startPayment(payments, { billId: "BILL0001", way: "alipay", product: "qr" });
  const paid = wallets.alipay.desk.pay(contentOf(started));
  if (paid.kind !== "paid") throw new Error(paid.reason);
  await receiveNotice(payments, "alipay", rawNotice(wallets.alipay.desk.letterOf(paid.order)));
  const parts = [{ item: "deed-tax", amount: fen(400_000) }];
  for (let repeat = 0; repeat < 2; repeat += 1) {
    await refundBill(payments, { billId: "BILL0001", reason: "re-purchase", parts });
    pass(600_000);
    await checkBill(payments, "BILL0001");
  }
  const bill = await read("BILL0001");
  expect(bill.status).toBe("paid");
  expect(bill.refunds.map(({ status, amount }) => [status, amount])).toEqual([["paid", 400_000]]);
  expect(balance(balancesOf(bill.entries), "tax/deed-tax")).toBe(-600_000);
  const tooMuch = [{ item: "deed-tax", amount: fen(600_001) }];
  await expect(
    refundBill(payments, { billId: "BILL0001", reason: "correction", parts: tooMuch }),
  ).rejects.toMatchObject({
    code: "refund-too-large",
  });
});

test.each(["wechat", "alipay"] as const)(
  "%s: the day's account finds what was never told, and repairs it",
  async (way) => {
    const { payments, wallets, read, pass } = walletWorld();
    await aBill(payments);
    const started = await startPayment(payments, { billId: "BILL0001", way, product: "qr" });
    wallets[way].desk.pay(contentOf(started));
    const differences = memoryDifferenceStore();
    pass(60_000);
    const report = await reconcileDay(payments, differences, way, day);
    expect([report.theirs, report.ours]).toEqual([1_001_234, 0]);
    expect(report.differences.map(({ kind, repair }) => [kind, repair])).toEqual([["not-booked", "book-payment"]]);
    await expect(closeDay(payments, differences, way, day)).rejects.toThrow("1001234 there, 0 here");
    for (const { id } of await differences.listOpen()) await repairDifference(payments, differences, id);
    expect((await read("BILL0001")).status).toBe("paid");
    const closed = await closeDay(payments, differences, way, day);
    expect([closed.theirs, closed.ours, closed.differences.length]).toEqual([1_001_234, 1_001_234, 0]);
  },
);

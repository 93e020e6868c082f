import { describe, expect, test } from "vitest";
import { calendarDate } from "../../shared/kernel/day.ts";
import { fen } from "../../shared/kernel/fen.ts";
import { cancelBill } from "../../shared/payments/cancel-bill.ts";
import { changeBill } from "../../shared/payments/change-bill.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import { balance, balancesOf, sumOf } from "../../shared/payments/ledger.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { memoryDifferenceStore } from "../../shared/payments/reconciliation/memory-difference-store.ts";
import { reconcileDay } from "../../shared/payments/reconciliation/reconcile-day.ts";
import { repairDifference } from "../../shared/payments/reconciliation/repair-difference.ts";
import { abandonPayment, startPayment } from "../../shared/payments/start-payment.ts";
import { closeDay, refundBill } from "./clerk.ts";
import { aBill, rawNotice, walletWorld } from "./wallet-world.ts";

type World = ReturnType<typeof walletWorld>;
type Way = "wechat" | "alipay";
const day = calendarDate("2030-01-31");

const shown = async ({ payments }: World, way: Way, id = "BILL0001"): Promise<string> => {
  const { attempt } = await startPayment(payments, { billId: id, way, product: "qr" });
  if (attempt.offer?.kind !== "qr") throw new Error("no code to scan");
  return attempt.offer.content;
};

const scanned = ({ wallets }: World, way: Way, content: string) => {
  const paid = wallets[way].desk.pay(content);
  if (paid.kind !== "paid") throw new Error(paid.reason);
  return paid.order;
};

const told = async (world: World, way: Way, order: Parameters<World["wallets"][Way]["desk"]["letterOf"]>[0]) => {
  const { desk } = world.wallets[way];
  const answer = await receiveNotice(world.payments, way, rawNotice(desk.letterOf(order)));
  return desk.isTaken(answer.status, answer.body);
};

const paidBill = async (way: Way) => {
  const world = walletWorld();
  await aBill(world.payments);
  const order = scanned(world, way, await shown(world, way));
  expect(await told(world, way, order)).toBe(true);
  return { ...world, order };
};

const looks = async ({ payments, pass }: World, times: number): Promise<void> => {
  for (let look = 0; look < times; look += 1) {
    pass(600_000);
    await checkBill(payments, "BILL0001");
  }
};

describe.each(["wechat", "alipay"] as const)("%s", (way) => {
  test("a notice after we had closed the try still pays the bill, once", async () => {
    const world = walletWorld();
    await aBill(world.payments);
    const content = await shown(world, way);
    // The wallet is silent when we close, so that somebody can still pay.
    world.silent.add(`${way}.test`);
    const left = await abandonPayment(world.payments, "BILL0001", "BILL0001_1");
    expect(left.attempt.status).toBe("closed");
    world.silent.clear();
    const order = scanned(world, way, content);
    expect(await told(world, way, order)).toBe(true);
    expect(await told(world, way, order)).toBe(true);
    const bill = await world.read("BILL0001");
    expect([bill.status, bill.attempts[0]?.status]).toEqual(["paid", "settled"]);
    expect(bill.entries.map(({ cause }) => cause)).toEqual(["issued", "settled"]);
  });

  test("the notice comes before the wallet's answer to our order", async () => {
    const world = walletWorld();
    await aBill(world.payments);
    const wallet = world.payments.wallets.get(way);
    if (!wallet) throw new Error("no wallet");
    // The order reaches the wallet, somebody pays and we are told, and only then its answer is read.
    const early = new Map(world.payments.wallets).set(way, {
      ...wallet,
      open: async (order) => {
        const opened = await wallet.open(order);
        if (opened.kind !== "opened" || opened.offer.kind !== "qr") throw new Error("no code");
        expect(await told(world, way, scanned(world, way, opened.offer.content))).toBe(true);
        return opened;
      },
    });
    const { bill } = await startPayment(
      { ...world.payments, wallets: early },
      { billId: "BILL0001", way, product: "qr" },
    );
    expect([bill.status, bill.attempts[0]?.status]).toEqual(["paid", "settled"]);
  });

  test("what comes for a bill that was taken back goes back by itself", async () => {
    const world = walletWorld();
    await aBill(world.payments);
    const content = await shown(world, way);
    const cancelled = await cancelBill(world.payments, "BILL0001", "correction");
    expect(cancelled.status).toBe("cancelled");
    expect([...balancesOf(cancelled.entries).values()].every((amount) => amount === 0)).toBe(true);
    expect(await told(world, way, scanned(world, way, content))).toBe(true);
    await looks(world, 3);
    const bill = await world.read("BILL0001");
    expect(bill.status).toBe("cancelled");
    expect(bill.refunds.map(({ reason, status }) => [reason, status])).toEqual([["surplus", "paid"]]);
    expect(balance(balancesOf(bill.entries), `wallet/${way}`)).toBe(0);
    expect((await closeDay(world.payments, memoryDifferenceStore(), way, day)).theirs).toBe(0);
  });

  test("a paid bill that is taken back gives its taxes back, and its certificate with them", async () => {
    const world = await paidBill(way);
    for (let repeat = 0; repeat < 2; repeat += 1) await cancelBill(world.payments, "BILL0001", "sale-cancelled");
    for (let look = 0; look < 3; look += 1) {
      world.pass(600_000);
      await checkBill(world.payments, "BILL0001");
    }
    const bill = await world.read("BILL0001");
    expect([bill.status, bill.certificate, bill.refunds.length]).toEqual(["refunded", undefined, 1]);
  });

  test("a refund that the wallet refuses for hours is given up: the debt stands with the taxes, and somebody is told", async () => {
    const world = await paidBill(way);
    const wallet = world.payments.wallets.get(way);
    if (!wallet) throw new Error("no wallet");
    const refusing = new Map(world.payments.wallets).set(way, {
      ...wallet,
      refund: async () => ({ kind: "refused" as const, code: "ACCOUNT_CLOSED" }),
    });
    const payments = { ...world.payments, wallets: refusing };
    await refundBill(payments, { billId: "BILL0001", reason: "sale-cancelled", parts: "taxes" });
    for (let look = 0; look < 52; look += 1) {
      world.pass(600_000);
      await checkBill(payments, "BILL0001");
    }
    const bill = await world.read("BILL0001");
    expect(bill.refunds.map(({ status }) => status)).toEqual(["failed"]);
    expect(bill.due).toBeUndefined();
    expect(world.log.filter(({ code }) => code === "refund-failed")).toHaveLength(1);
    const balances = balancesOf(bill.entries);
    expect([balance(balances, "refund-due"), balance(balances, "tax/deed-tax"), sumOf(balances)]).toEqual([
      0, -1_000_000, 0,
    ]);
    // Decided anew, it is another refund, and this time the wallet pays.
    await refundBill(world.payments, { billId: "BILL0001", reason: "sale-cancelled", parts: "taxes" });
    await looks(world, 2);
    const mended = await world.read("BILL0001");
    expect(mended.refunds.map(({ id, status }) => [id, status])).toEqual([
      ["BILL0001_1_R1", "failed"],
      ["BILL0001_1_R2", "paid"],
    ]);
    expect(mended.status).toBe("refunded");
  });

  test("money that we booked and the wallet never had is taken back by an officer's repair, after asking once more", async () => {
    const world = walletWorld();
    await aBill(world.payments);
    await shown(world, way);
    // As if a wallet had signed what was not so.
    const transaction = { id: "NEVER", amount: fen(1_001_234), paidAt: world.payments.clock() };
    await changeBill(world.payments.bills, await world.read("BILL0001"), () => [
      { type: "money-arrived", attempt: "BILL0001_1", transaction, at: world.payments.clock() },
    ]);
    const differences = memoryDifferenceStore();
    const { differences: found } = await reconcileDay(world.payments, differences, way, day);
    expect(found.map(({ kind, repair }) => [kind, repair])).toEqual([["not-at-wallet", "reverse-payment"]]);
    const [difference] = found;
    if (!difference) throw new Error("nothing differs");
    await repairDifference(world.payments, differences, difference.id);
    const bill = await world.read("BILL0001");
    expect([bill.status, bill.attempts[0]?.status]).toEqual(["open", "failed"]);
    expect(balance(balancesOf(bill.entries), "receivable")).toBe(1_001_234);
    await closeDay(world.payments, differences, way, day);
  });

  test("a payment that stands at the wallet is never taken back", async () => {
    const world = await paidBill(way);
    const differences = memoryDifferenceStore();
    await differences.add({
      id: "made-up",
      way,
      day,
      kind: "not-at-wallet",
      status: "open",
      orderNumber: "BILL0001_1",
      repair: "reverse-payment",
      foundAt: world.payments.clock(),
    });
    await expect(repairDifference(world.payments, differences, "made-up")).rejects.toMatchObject({
      code: "payment-stands",
    });
    expect((await world.read("BILL0001")).status).toBe("paid");
  });
});

describe("notices of refunds", () => {
  const refunding = async () => {
    const world = await paidBill("wechat");
    await refundBill(world.payments, { billId: "BILL0001", reason: "sale-cancelled", parts: "taxes" });
    const order = world.wallets.wechat.book.find("BILL0001_1");
    const refund = order?.refunds[0];
    if (!order || !refund) throw new Error("no refund at the wallet");
    const letter = () => world.wallets.wechat.desk.letterOf(order, refund);
    return { world, order, refund, letter };
  };

  test("book the refund once, however often they come", async () => {
    const { world, letter } = await refunding();
    for (let repeat = 0; repeat < 3; repeat += 1) {
      expect((await receiveNotice(world.payments, "wechat", rawNotice(letter()))).status).toBe(200);
    }
    const bill = await world.read("BILL0001");
    expect(bill.status).toBe("refunded");
    expect(bill.entries.filter(({ cause }) => cause === "refund-paid")).toHaveLength(1);
    expect(bill.due).toBeUndefined();
  });

  test.each([
    ["of another amount", (refund: { amount: number }) => ({ ...refund, amount: refund.amount - 1 }), "amount-differs"],
    ["of a refund that is not ours", (refund: object) => ({ ...refund, number: "BILL0001_1_R9" }), "unknown-refund"],
  ])("%s are refused", async (_, change, reason) => {
    const { world, order, refund } = await refunding();
    const lie = { ...refund, ...change(refund), state: "done" as const, at: Date.parse(world.payments.clock()) };
    const letter = world.wallets.wechat.desk.letterOf({ ...order, refunds: [lie] }, lie);
    expect((await receiveNotice(world.payments, "wechat", rawNotice(letter))).status).toBe(401);
    expect(world.log.at(-1)).toMatchObject({ code: "notice-refused", reason });
    expect((await world.read("BILL0001")).refunds.map(({ status }) => status)).toEqual(["accepted"]);
  });

  test("Alipay's tell only the sum of all refunds: taken, and the refund itself is asked about", async () => {
    const world = await paidBill("alipay");
    await refundBill(world.payments, {
      billId: "BILL0001",
      reason: "re-purchase",
      parts: [{ item: "deed-tax", amount: fen(100) }],
    });
    const order = world.wallets.alipay.book.find("BILL0001_1");
    if (!order) throw new Error("no order");
    const before = await world.read("BILL0001");
    const answer = await receiveNotice(
      world.payments,
      "alipay",
      rawNotice(world.wallets.alipay.desk.letterOf(order, order.refunds[0])),
    );
    expect(answer.body).toBe("success");
    expect(await world.read("BILL0001")).toEqual(before);
    expect(before.refunds.map(({ status, amount }) => [status, amount])).toEqual([["paid", 100]]);
  });
});

describe("a request to pay that comes again", () => {
  const request = { key: "key-1", content: "content-1" };

  test("finds the try that it began, also when that is over", async () => {
    const { payments } = walletWorld();
    await aBill(payments);
    const first = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr", request });
    await abandonPayment(payments, "BILL0001", first.attempt.id);
    const again = await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr", request });
    expect([again.attempt.id, again.attempt.status, again.isNew]).toEqual([first.attempt.id, "closed", false]);
  });

  test("and asks for something else under the same key is refused", async () => {
    const { payments } = walletWorld();
    await aBill(payments);
    await startPayment(payments, { billId: "BILL0001", way: "wechat", product: "qr", request });
    const other = { ...request, content: "content-2" };
    await expect(
      startPayment(payments, { billId: "BILL0001", way: "alipay", product: "qr", request: other }),
    ).rejects.toMatchObject({ code: "idempotency-key-reused" });
  });

  test("sixty tries of one bill are enough", async () => {
    const { payments } = walletWorld();
    await aBill(payments);
    for (let count = 0; count < 60; count += 1) {
      const { attempt } = await startPayment(payments, { billId: "BILL0001", way: "alipay", product: "h5" });
      await abandonPayment(payments, "BILL0001", attempt.id);
    }
    await expect(startPayment(payments, { billId: "BILL0001", way: "alipay", product: "h5" })).rejects.toMatchObject({
      code: "too-many-payments",
    });
  });
});

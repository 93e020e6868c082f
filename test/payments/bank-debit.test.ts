import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agreementOf } from "../../infra/local/sandbox/bank-debits.ts";
import { type Login, personOf } from "../../infra/local/sandbox/population/people.ts";
import { type Sandbox, startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { toInstant } from "../../shared/kernel/instant.ts";
import { bankDebit } from "../../shared/payments/bank/bank-debit.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import { dayInChina } from "../../shared/payments/china-time.ts";
import { balance, balancesOf } from "../../shared/payments/ledger.ts";
import { memoryBillStore } from "../../shared/payments/memory-bill-store.ts";
import type { PaymentLog, Payments } from "../../shared/payments/payments.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { memoryDifferenceStore } from "../../shared/payments/reconciliation/memory-difference-store.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { controlOf } from "../sandbox/control.ts";
import { testSecret } from "../support/test-world.ts";
import { closeDay, refundBill } from "./clerk.ts";
import { aBill } from "./wallet-world.ts";

let now: number;
let sandbox: Sandbox;
let payments: Payments;
let log: PaymentLog[];
beforeEach(async () => {
  now = Date.parse("2030-01-31T02:00:00.000Z");
  sandbox = await startSandbox({ secret: testSecret, clock: () => now });
  const call = httpAuthorities({
    urls: sandbox.urls,
    secret: testSecret,
    clock: () => now,
    retries: 0,
    breaker: { failures: 1000 },
  });
  log = [];
  const clock = () => toInstant(now);
  payments = {
    bills: memoryBillStore(),
    wallets: new Map([["bank", bankDebit(call)]]),
    clock,
    log: (entry) => void log.push(entry),
    subject: "税款",
    certify: async ({ id }) => `CODE-${id}`,
  };
  await aBill(payments);
});
afterEach(() => sandbox.close());

const debit = (agreement: string, login: Login = "buyer-huang") => {
  const { idType, idNumber } = personOf(login);
  const holder = { idType, idNumber };
  return startPayment(payments, { billId: "BILL0001", way: "bank", product: "debit", agreement, holder });
};
const theBill = async () => {
  const bill = await payments.bills.read("BILL0001");
  if (!bill) throw new Error("no bill");
  return bill;
};

describe("debit under an agreement", () => {
  test("pays while one waits; the bank's day agrees with the ledger", async () => {
    const { bill } = await debit(agreementOf("buyer-huang"));
    expect([bill.status, bill.attempts.map(({ status }) => status)]).toEqual(["paid", ["settled"]]);
    expect(balance(balancesOf(bill.entries), "wallet/bank")).toBe(1_001_234);
    const closed = await closeDay(payments, memoryDifferenceStore(), "bank", dayInChina(payments.clock()));
    expect([closed.lines, closed.theirs, closed.ours]).toEqual([1, 1_001_234, 1_001_234]);
  });

  test.each([
    ["somebody else's agreement", "buyer-liang", "no-such-agreement"],
    ["an agreement that does not exist", "nobody", "no-such-agreement"],
  ])("%s is declined, and the bill is free at once", async (_, whose) => {
    await expect(debit(agreementOf(whose as Login))).rejects.toMatchObject({ code: "wallet-refused" });
    expect((await theBill()).attempts.map(({ status }) => status)).toEqual(["failed"]);
    expect((await debit(agreementOf("buyer-huang"))).bill.status).toBe("paid");
  });

  test("an account without the money is declined, with the bank's code in the log and no number of it", async () => {
    await expect(debit(agreementOf("buyer-liang"), "buyer-liang")).rejects.toMatchObject({ code: "wallet-refused" });
    expect(log).toMatchObject([{ code: "wallet-refused", way: "bank", reason: "insufficient-funds" }]);
    expect(JSON.stringify(log)).not.toContain(personOf("buyer-liang").idNumber);
  });

  test("the bank debits and its answer is lost: the due clock finds the money, and nothing is debited twice", async () => {
    await controlOf(sandbox).fault({ authority: "bank", operation: "debit-tax", mode: "lost-answer", times: 1 });
    await expect(debit(agreementOf("buyer-huang"))).rejects.toMatchObject({ code: "wallet-silent" });
    expect((await theBill()).status).toBe("open");
    now += 60_000;
    await checkBill(payments, "BILL0001");
    expect((await theBill()).status).toBe("paid");
    const acts = (await controlOf(sandbox).acts()) as { effects: number };
    expect(acts.effects).toBe(1);
  });

  test("gives back to the account, and agrees on the day", async () => {
    await debit(agreementOf("buyer-huang"));
    await refundBill(payments, { billId: "BILL0001", reason: "sale-cancelled", parts: "taxes" });
    const bill = await theBill();
    expect([bill.status, bill.refunds.map(({ status }) => status)]).toEqual(["refunded", ["paid"]]);
    const closed = await closeDay(payments, memoryDifferenceStore(), "bank", dayInChina(payments.clock()));
    expect([closed.lines, closed.theirs]).toEqual([2, 0]);
  });

  test("a bank sends no notices: whatever comes as one is refused", async () => {
    const answer = await receiveNotice(payments, "bank", { headers: {}, body: Buffer.from("paid") });
    expect(answer.status).toBe(404);
    expect(log).toMatchObject([{ code: "notice-refused", way: "bank" }]);
  });
});

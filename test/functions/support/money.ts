import type { MoneyWorld } from "../../../shared/actions/pay-bill.ts";
import type { ReconcilingWorld } from "../../../shared/actions/reconcile.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { calendarDate } from "../../../shared/kernel/day.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import type { BillStore } from "../../../shared/payments/bill-store.ts";
import { issueBill } from "../../../shared/payments/issue-bill.ts";
import { memoryDifferenceStore } from "../../../shared/payments/reconciliation/memory-difference-store.ts";
import { startPayment } from "../../../shared/payments/start-payment.ts";
import { walletWorld } from "../../payments/wallet-world.ts";

export const testBillId = "0123456789abcdefghjk";
export const testDifferenceId = "0123456789abcdef01234567";

/** Wallets and a ledger beside the cases of a test. Its clock stands where the test world's begins. */
export const testMoney = (): Pick<MoneyWorld, "payments"> & ReconcilingWorld & { readonly bills: BillStore } => {
  const { payments } = walletWorld();
  return { payments, bills: payments.bills, differences: memoryDifferenceStore() };
};

/** A bill of a case with one payment under way, and a difference that can be repaired. */
export const withMoney = async (
  { payments, differences }: Pick<ReturnType<typeof testMoney>, "payments" | "differences">,
  current: Case,
): Promise<void> => {
  const items = [{ id: "deed-tax", tax: "deed-tax", amount: fen(440_000), reference: "B-1" }];
  const order = { id: testBillId, caseId: current.id, payer: current.openedBy, items };
  await issueBill(payments.bills, order, payments.clock());
  await payments.bills.keepList(`case/${current.id}`, [testBillId], payments.clock());
  const { attempt } = await startPayment(payments, { billId: testBillId, way: "alipay", product: "qr" });
  await differences.add({
    id: testDifferenceId,
    way: "alipay",
    day: calendarDate("2030-01-30"),
    kind: "not-booked",
    status: "open",
    orderNumber: attempt.id,
    theirs: { kind: "payment", reference: "T-1", amount: fen(440_000), at: payments.clock() },
    repair: "book-payment",
    foundAt: payments.clock(),
  });
};

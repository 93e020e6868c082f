import { attemptOf, type Bill, billIdOf, type PayWay, refundOf } from "./bill.ts";
import { changeBill } from "./change-bill.ts";
import { type Payments, walletOf } from "./payments.ts";
import { bookMoney } from "./settle.ts";
import type { Notice, NoticeAnswer, RawNotice } from "./wallet.ts";

/**
 * Takes a wallet's notice: checks who sent it and whether it fits what we asked for, books it, and only then says that it
 * was taken, so that a notice whose booking failed comes again. Harmless when repeated, whatever the order.
 */
export const receiveNotice = async (payments: Payments, way: PayWay, raw: RawNotice): Promise<NoticeAnswer> => {
  const wallet = walletOf(payments, way);
  const reading = wallet.readNotice(raw, payments.clock());
  if (!reading.isGenuine) {
    payments.log({ code: "notice-refused", way, reason: reading.reason });
    return wallet.answers.refused;
  }
  const { notice } = reading;
  if (notice.kind === "nothing") return wallet.answers.taken;
  const billId = billIdOf(notice.orderNumber);
  const bill = billId === undefined ? undefined : await payments.bills.read(billId);
  const fault = bill === undefined ? "unknown-order" : mismatch(bill, way, notice);
  if (bill === undefined || fault !== undefined) {
    payments.log({ code: "notice-refused", way, reason: fault ?? "unknown-order", ...(billId && { billId }) });
    return wallet.answers.refused;
  }
  await take(payments, bill, notice);
  payments.log({ code: "notice-taken", way, billId: bill.id, about: notice.orderNumber });
  return wallet.answers.taken;
};

type AboutOrder = Exclude<Notice, { readonly kind: "nothing" }>;

/** Our own order is what a notice is measured against; the notice only says that it was paid. */
const mismatch = (bill: Bill, way: PayWay, notice: AboutOrder): string | undefined => {
  const attempt = attemptOf(bill, notice.orderNumber);
  if (attempt === undefined || attempt.way !== way) return "unknown-order";
  if (notice.kind === "paid") {
    if (notice.transaction.amount !== attempt.amount) return "amount-differs";
    const known = attempt.transaction?.id ?? notice.transaction.id;
    return known === notice.transaction.id ? undefined : "transaction-differs";
  }
  const refund = refundOf(bill, notice.refundNumber);
  if (refund === undefined || refund.attempt !== attempt.id) return "unknown-refund";
  return notice.kind === "refunded" && notice.amount !== refund.amount ? "amount-differs" : undefined;
};

const take = async (payments: Payments, bill: Bill, notice: AboutOrder): Promise<void> => {
  const at = payments.clock();
  switch (notice.kind) {
    case "paid":
      await bookMoney(payments, bill, notice.orderNumber, notice.transaction);
      return;
    case "refunded": {
      const { refundNumber: refund, reference, paidAt } = notice;
      await changeBill(payments.bills, bill, () => [{ type: "refund-paid", refund, reference, paidAt, at }]);
      return;
    }
    case "refund-failed":
      payments.log({ code: "refund-failed", billId: bill.id, about: notice.refundNumber });
      await changeBill(payments.bills, bill, () => [{ type: "refund-failed", refund: notice.refundNumber, at }]);
  }
};

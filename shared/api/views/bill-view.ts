import type * as z from "zod";
import { add, formatYuan } from "../../kernel/fen.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";
import { type Attempt, type Bill, isLive, type Refund, settledAttempt } from "../../payments/bill.ts";
import { taxesOf } from "../../payments/bill-transitions.ts";
import { dayInChina } from "../../payments/china-time.ts";
import { surchargeOn } from "../../payments/surcharge.ts";
import type { Caller } from "../../people/caller.ts";
import { nameOfTax } from "../../tax/names.ts";
import type { BillView, PaymentView, RefundView } from "../resources/bill.ts";

/** A bill as its reader sees it: what is due today, and how to pay it. Who pays for somebody learns no name by it. */
export const viewBill = (bill: Bill, reader: Caller, now: Instant): z.output<ReturnType<typeof BillView>> => {
  const paid = settledAttempt(bill);
  const today = surchargeOn(bill.items, bill.dueOn, dayInChina(paid?.transaction?.paidAt ?? now));
  const surcharge = paid ? paid.surcharge : today.total;
  const taxes = taxesOf(bill);
  return {
    id: bill.id,
    version: bill.version,
    caseId: bill.caseId,
    ...(bill.party !== undefined && { taxpayer: bill.party }),
    isOwn: bill.payer === reader.key,
    status: bill.status,
    words: statusWords[bill.status],
    items: bill.items.map(({ tax, amount, reference }) => ({
      tax,
      name: nameOfTax(tax),
      amount: formatYuan(amount),
      reference,
    })),
    taxes: formatYuan(taxes),
    surcharge: formatYuan(surcharge),
    lateDays: today.days,
    total: formatYuan(add(taxes, surcharge)),
    ...(bill.dueOn !== undefined && { payBy: bill.dueOn }),
    issuedAt: bill.issuedAt,
    ...(paid?.transaction && { paidAt: paid.transaction.paidAt }),
    payments: bill.attempts.map(viewPayment),
    refunds: bill.refunds.map(viewRefund),
    ...(bill.certificate !== undefined && { certificate: bill.certificate }),
  };
};

/** In addresses a payment is called by its number within the bill. */
const paymentIdOf = (attempt: Attempt): string => attempt.id.slice(attempt.id.indexOf("_") + 1);

export const viewPayment = (attempt: Attempt): z.output<ReturnType<typeof PaymentView>> => ({
  id: paymentIdOf(attempt),
  wallet: attempt.way,
  scene: attempt.product,
  status: paymentStatus[attempt.status],
  amount: formatYuan(attempt.amount),
  surcharge: formatYuan(attempt.surcharge),
  openedAt: attempt.openedAt,
  closesAt: attempt.closesAt,
  ...(isLive(attempt) && attempt.offer && { offer: attempt.offer }),
  ...(attempt.transaction && { paidAt: attempt.transaction.paidAt }),
});

const viewRefund = (refund: Refund): z.output<ReturnType<typeof RefundView>> => ({
  amount: formatYuan(refund.amount),
  reason: refund.reason,
  words: refundWords[refund.reason],
  status: refund.status === "paid" || refund.status === "failed" ? refund.status : "under-way",
  requestedAt: refund.requestedAt,
  ...(refund.paidAt !== undefined && { paidAt: refund.paidAt }),
});

const paymentStatus = {
  opening: "open",
  open: "open",
  settled: "paid",
  surplus: "returned",
  closed: "closed",
  failed: "failed",
} as const;

const statusWords: Readonly<Record<Bill["status"], Text>> = {
  open: { zh: "待缴款", en: "to be paid" },
  paid: { zh: "已缴清", en: "paid" },
  cancelled: { zh: "已撤销,无需缴款", en: "taken back, nothing to pay" },
  refunded: { zh: "已全部退还", en: "given back in full" },
};

const refundWords: Readonly<Record<Refund["reason"], Text>> = {
  surplus: { zh: "多缴款项,原路退回", en: "paid without need; goes back the way it came" },
  "sale-cancelled": { zh: "交易撤销,税款原路退回", en: "the sale was cancelled; the taxes go back the way they came" },
  "re-purchase": { zh: "换购住房退税", en: "refund to those who buy again" },
  correction: { zh: "更正申报,原缴税款退回", en: "the declaration was corrected; the earlier payment goes back" },
};

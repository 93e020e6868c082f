import type { CalendarDate } from "../../shared/kernel/day.ts";
import type { Bill, PayWay } from "../../shared/payments/bill.ts";
import type { Payments } from "../../shared/payments/payments.ts";
import type { DifferenceStore } from "../../shared/payments/reconciliation/difference.ts";
import { type DayReport, reconcileDay } from "../../shared/payments/reconciliation/reconcile-day.ts";
import { decideRefund, driveRefund, type RefundOrder } from "../../shared/payments/refund-bill.ts";

/** Decides a refund and asks the wallet at once, where in service the due clock does. */
export const refundBill = async (payments: Payments, order: RefundOrder): Promise<Bill> => {
  const decided = await decideRefund(payments, order);
  const asked = decided.refunds.findLast(({ reason }) => reason === order.reason);
  return asked?.status === "requested" ? driveRefund(payments, decided, asked) : decided;
};

/** Demands that both sides of a day agree to the fen. */
export const closeDay = async (
  payments: Payments,
  differences: DifferenceStore,
  way: PayWay,
  day: CalendarDate,
): Promise<DayReport> => {
  const report = await reconcileDay(payments, differences, way, day);
  if (report.differences.length > 0 || report.theirs !== report.ours) {
    throw new Error(`${way} ${day}: ${report.theirs} there, ${report.ours} here`);
  }
  return report;
};

import { type Fen, fen, sum } from "../kernel/fen.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { attemptOf, type Bill, type Refund, type RefundReason, refundOf, settledAttempt } from "./bill.ts";
import { keptOf } from "./bill-transitions.ts";
import { changeBill } from "./change-bill.ts";
import { nextCheck } from "./next-check.ts";
import { type Payments, walletOf } from "./payments.ts";

export interface RefundOrder {
  readonly billId: string;
  readonly reason: Exclude<RefundReason, "surplus">;
  /** How much of which tax; `taxes`: all that is left of them; `all`: the surcharge, too. */
  readonly parts: "all" | "taxes" | readonly { readonly item: string; readonly amount: Fen }[];
}

/**
 * Books taxes as owed to whoever paid them; the due clock then gives them back the way they came. Harmless when repeated:
 * the same taxes for the same reason are one refund.
 *
 * @throws Refusal bill-not-found, bill-not-paid, nothing-to-refund, refund-too-large
 */
export const decideRefund = async (payments: Pick<Payments, "bills" | "clock">, order: RefundOrder): Promise<Bill> => {
  const found = await payments.bills.read(order.billId);
  if (found === undefined) throw new Refusal("bill-not-found", { billId: order.billId });
  return changeBill(payments.bills, found, (bill) => {
    const refund = refundFor(bill, order, payments.clock());
    return refund === undefined ? [] : [{ type: "refund-requested", refund, at: refund.requestedAt }];
  });
};

const refundFor = (bill: Bill, order: RefundOrder, now: Instant): Refund | undefined => {
  const attempt = settledAttempt(bill);
  if (attempt === undefined) throw new Refusal("bill-not-paid", { billId: bill.id, status: bill.status });
  const standing = bill.refunds.filter(({ reason, status }) => reason === order.reason && status !== "failed");
  const isWhole = typeof order.parts === "string";
  if (isWhole && standing.length > 0) return undefined;
  const parts = (
    typeof order.parts === "string" ? bill.items.map(({ id }) => ({ item: id, amount: keptOf(bill, id) })) : order.parts
  )
    .filter(({ amount }) => amount > 0)
    .map(({ item, amount }) => ({ item, amount }));
  if (!isWhole && standing.some((refund) => isSame(refund.parts, parts))) return undefined;
  if (parts.length === 0) throw new Refusal("nothing-to-refund", { billId: bill.id });
  for (const { item, amount } of parts) {
    if (amount > keptOf(bill, item)) throw new Refusal("refund-too-large", { billId: bill.id, item });
  }
  const taxes = sum(parts.map(({ amount }) => amount));
  const amount = order.parts === "all" ? fen(taxes + attempt.surcharge) : taxes;
  const number = bill.refunds.filter((refund) => refund.attempt === attempt.id).length + 1;
  return {
    id: `${attempt.id}_R${number}`,
    attempt: attempt.id,
    amount,
    reason: order.reason,
    parts,
    status: "requested",
    requestedAt: now,
    nextCheckAt: now,
    checks: 0,
  };
};

const isSame = (one: Refund["parts"], other: Refund["parts"]): boolean => {
  const listed = (parts: Refund["parts"]) =>
    parts
      .map(({ item, amount }) => `${item} ${amount}`)
      .sort()
      .join();
  return listed(one) === listed(other);
};

const reasonText: Readonly<Record<RefundReason, string>> = {
  surplus: "重复缴款退回",
  "sale-cancelled": "交易撤销退税",
  "re-purchase": "换购住房退税",
  correction: "更正申报退税",
};

/** What is given back because it was not owed is certified no more. */
const revoke = async (payments: Payments, bill: Bill): Promise<void> => {
  await changeBill(payments.bills, bill, () => [{ type: "certificate-revoked", at: payments.clock() }]);
};

/** A refusal that stays for so many looks (some eight hours) is final: the refund fails, and an officer sees it. */
const mostRefusals = 50;

/** Asks the wallet for a refund, or what became of it. */
export const driveRefund = async (payments: Payments, bill: Bill, refund: Refund): Promise<Bill> => {
  const attempt = attemptOf(bill, refund.attempt);
  const paid = attempt?.transaction?.amount;
  if (attempt === undefined || paid === undefined) throw new Error(`refund ${refund.id} has no payment`);
  if (refund.reason === "sale-cancelled" || refund.reason === "correction") await revoke(payments, bill);
  const wallet = walletOf(payments, attempt.way);
  const request = {
    number: refund.id,
    orderNumber: attempt.id,
    amount: refund.amount,
    paid,
    reason: reasonText[refund.reason],
  };
  const state = refund.status === "requested" ? await wallet.refund(request) : await wallet.queryRefund(request);
  const at = payments.clock();
  const nextCheckAt = nextCheck(at, refund.checks);
  const about = { refund: refund.id, at };
  const apply = (change: Parameters<typeof changeBill>[2]) => changeBill(payments.bills, bill, change);
  switch (state.kind) {
    case "paid":
      return apply(() => [{ type: "refund-paid", ...about, reference: state.reference, paidAt: state.paidAt }]);
    case "accepted":
      return refund.status === "accepted"
        ? apply(() => [{ type: "refund-checked", ...about, nextCheckAt }])
        : apply(() => [{ type: "refund-accepted", ...about, reference: state.reference, nextCheckAt }]);
    case "failed":
      payments.log({ code: "refund-failed", billId: bill.id, about: refund.id, reason: state.code });
      return apply(() => [{ type: "refund-failed", ...about }]);
    default: {
      const reason = state.kind === "silent" ? state.reason : state.kind === "refused" ? state.code : "unknown";
      const isFinal = state.kind === "refused" && refund.checks >= mostRefusals;
      payments.log({
        code: isFinal ? "refund-failed" : state.kind === "silent" ? "wallet-silent" : "wallet-refused",
        way: attempt.way,
        billId: bill.id,
        about: refund.id,
        reason,
      });
      return isFinal
        ? apply(() => [{ type: "refund-failed", ...about }])
        : apply(() => [{ type: "refund-checked", ...about, nextCheckAt }]);
    }
  }
};

export const pendingRefund = (bill: Bill, id: string): Refund | undefined => {
  const refund = refundOf(bill, id);
  return refund && (refund.status === "requested" || refund.status === "accepted") ? refund : undefined;
};

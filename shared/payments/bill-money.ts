import { type Fen, sum } from "../kernel/fen.ts";
import type { Instant } from "../kernel/instant.ts";
import { attemptOf, type Bill, type Refund, refundOf } from "./bill.ts";
import type { BillChange } from "./bill-change.ts";
import { onRefund, stopLive, withAttempt, withEntry, withEvent } from "./bill-edits.ts";
import { reversed, type Transfer, transfer } from "./ledger.ts";

export const receive = (bill: Bill, { attempt: id, transaction, at }: BillChange & { type: "money-arrived" }): Bill => {
  const attempt = attemptOf(bill, id);
  if (attempt === undefined) throw new Error(`bill ${bill.id} has no try ${id}`);
  if (attempt.transaction !== undefined) return bill;
  const wallet = `wallet/${attempt.way}` as const;
  const { nextCheckAt: _never, ...rest } = attempt;
  if (bill.status === "open" && transaction.amount === attempt.amount) {
    const settled = withAttempt(bill, { ...rest, status: "settled", transaction });
    const paid = stopLive({ ...settled, status: "paid", certifyAt: at, tellAt: at }, at);
    const surcharge = attempt.surcharge > 0 ? [transfer("surcharge", "receivable", attempt.surcharge)] : [];
    const transfers = [...surcharge, transfer("receivable", wallet, transaction.amount)];
    const data = { caseId: bill.caseId, way: attempt.way, attempt: id };
    return withEvent(withEntry(paid, at, "settled", id, transfers), "bill-paid", at, data);
  }
  const surplus = withAttempt(bill, { ...rest, status: "surplus", transaction });
  const booked = withEntry(surplus, at, "surplus", id, [transfer("surplus", wallet, transaction.amount)]);
  const refund: Refund = {
    id: `${id}_R1`,
    attempt: id,
    amount: transaction.amount,
    reason: "surplus",
    parts: [],
    status: "requested",
    requestedAt: at,
    nextCheckAt: at,
    checks: 0,
  };
  return requestRefund(withEvent(booked, "surplus-received", at, { way: attempt.way, attempt: id }), refund, at);
};

export const reverse = (bill: Bill, { attempt: id, at }: BillChange & { type: "payment-reversed" }): Bill => {
  const attempt = attemptOf(bill, id);
  if (attempt?.status !== "settled" || bill.refunds.some((refund) => refund.attempt === id)) return bill;
  const { transaction: _gone, ...rest } = attempt;
  const {
    certificate: _void,
    certifyAt: _never,
    tellAt: _untold,
    ...open
  } = withAttempt(bill, { ...rest, status: "failed" });
  const booked = bill.entries.find(({ cause, about }) => cause === "settled" && about === id)?.transfers ?? [];
  return withEntry({ ...open, status: "open" }, at, "reversed", id, booked.map(reversed));
};

export const requestRefund = (bill: Bill, refund: Refund, at: Instant): Bill => {
  if (refundOf(bill, refund.id)) return bill;
  const noted = { ...bill, refunds: [...bill.refunds, refund] };
  const booked = decided(noted, refund, at);
  return withEvent(booked, "refund-requested", at, { refund: refund.id, reason: refund.reason });
};

/** Books a refund of taxes as owed to the payer. A surplus is owed from the moment it came. */
const decided = (bill: Bill, refund: Refund, at: Instant): Bill =>
  refund.reason === "surplus" ? bill : withEntry(bill, at, "refund-decided", refund.id, takenFrom(bill, refund));

const takenFrom = (bill: Bill, refund: Refund): readonly Transfer[] => {
  const transfers = refund.parts.map(({ item, amount }) =>
    transfer("refund-due", `tax/${bill.items.find(({ id }) => id === item)?.tax ?? ""}`, amount),
  );
  const rest = (refund.amount - sum(refund.parts.map(({ amount }) => amount))) as Fen;
  // What a refund holds beyond the taxes themselves is the surcharge that was paid on them.
  return rest > 0 ? [...transfers, transfer("refund-due", "surcharge", rest)] : transfers;
};

/** The wallet cannot give it back: the debt stays with the taxes until another refund is decided. */
export const failRefund = (bill: Bill, { refund: id, at }: BillChange & { type: "refund-failed" }): Bill => {
  const failed = onRefund(bill, id, ["requested", "accepted"], ({ nextCheckAt: _never, ...refund }) => ({
    ...refund,
    status: "failed",
  }));
  const refund = refundOf(bill, id);
  if (failed === bill || refund === undefined || refund.reason === "surplus") return failed;
  return withEntry(failed, at, "reversed", id, takenFrom(bill, refund).map(reversed));
};

export const payRefund = (bill: Bill, change: BillChange & { type: "refund-paid" }): Bill => {
  const refund = refundOf(bill, change.refund);
  if (refund === undefined) throw new Error(`bill ${bill.id} has no refund ${change.refund}`);
  if (refund.status === "paid") return bill;
  const way = attemptOf(bill, refund.attempt)?.way;
  if (way === undefined) throw new Error(`bill ${bill.id} has no try ${refund.attempt}`);
  const { nextCheckAt: _never, ...rest } = refund;
  const paid: Refund = { ...rest, status: "paid", reference: change.reference, paidAt: change.paidAt };
  // A wallet may pay after it said that it could not; the money is what counts.
  const owed = refund.status === "failed" ? decided(bill, refund, change.at) : bill;
  const refunds = owed.refunds.map((each) => (each.id === paid.id ? paid : each));
  const source = refund.reason === "surplus" ? "surplus" : "refund-due";
  const next = withEntry({ ...owed, refunds }, change.at, "refund-paid", refund.id, [
    transfer(`wallet/${way}`, source, refund.amount),
  ]);
  const isAllBack = bill.status === "paid" && bill.items.every(({ id }) => paidBack(next, id) >= amountOf(bill, id));
  return withEvent(isAllBack ? { ...next, status: "refunded" } : next, "refund-paid", change.at, {
    refund: refund.id,
    reason: refund.reason,
  });
};

const amountOf = (bill: Bill, itemId: string): number => bill.items.find(({ id }) => id === itemId)?.amount ?? 0;

const paidBack = (bill: Bill, itemId: string): Fen =>
  sum(
    bill.refunds
      .filter(({ status }) => status === "paid")
      .flatMap(({ parts }) => parts)
      .filter(({ item }) => item === itemId)
      .map(({ amount }) => amount),
  );

import { eventId } from "../cases/packing/events.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Attempt, attemptOf, type Bill, type BillEvent, isLive, type Refund, refundOf } from "./bill.ts";
import type { LedgerEntry, Transfer } from "./ledger.ts";

/** The other tries are asked about, and closed, at once. */
export const stopLive = (bill: Bill, at: Instant): Bill => ({
  ...bill,
  attempts: bill.attempts.map((attempt) => (isLive(attempt) ? { ...attempt, nextCheckAt: at } : attempt)),
});

export const onAttempt = (
  bill: Bill,
  id: string,
  from: readonly Attempt["status"][],
  next: (attempt: Attempt) => Attempt,
): Bill => {
  const attempt = attemptOf(bill, id);
  return attempt && from.includes(attempt.status) ? withAttempt(bill, next(attempt)) : bill;
};

export const onRefund = (
  bill: Bill,
  id: string,
  from: readonly Refund["status"][],
  next: (refund: Refund) => Refund,
): Bill => {
  const refund = refundOf(bill, id);
  if (!refund || !from.includes(refund.status)) return bill;
  return { ...bill, refunds: bill.refunds.map((each) => (each.id === id ? next(refund) : each)) };
};

export const withAttempt = (bill: Bill, attempt: Attempt): Bill => ({
  ...bill,
  attempts: bill.attempts.map((each) => (each.id === attempt.id ? attempt : each)),
});

export const withEntry = (
  bill: Bill,
  at: Instant,
  cause: LedgerEntry["cause"],
  about: string,
  transfers: readonly Transfer[],
): Bill => ({ ...bill, entries: [...bill.entries, { at, cause, about, transfers }] });

export const withEvent = (bill: Bill, type: BillEvent["type"], at: Instant, data: BillEvent["data"]): Bill => ({
  ...bill,
  events: [
    ...bill.events,
    { id: eventId({ id: bill.id, version: bill.version + 1 }, bill.events.length), type, at, data },
  ],
});

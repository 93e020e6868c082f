import { add, type Fen, sum } from "../kernel/fen.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { attemptOf, type Bill, isLive, type Refund } from "./bill.ts";
import type { BillChange } from "./bill-change.ts";
import { onAttempt, onRefund, stopLive, withEntry, withEvent } from "./bill-edits.ts";
import { failRefund, payRefund, receive, requestRefund, reverse } from "./bill-money.ts";
import { reversed, type Transfer, transfer } from "./ledger.ts";

/**
 * Applies one change to a bill as it stands. Pure. A change that has been overtaken returns the very same bill: money is
 * booked once however often it is reported, and a settled try is never closed.
 */
export const applyToBill = (bill: Bill, change: BillChange): Bill => {
  switch (change.type) {
    case "issued":
      return withEvent(withEntry(bill, change.at, "issued", bill.id, bill.items.map(owe)), "bill-issued", change.at, {
        caseId: bill.caseId,
      });
    case "attempt-added":
      if (bill.status !== "open" || attemptOf(bill, change.attempt.id)) return bill;
      if (bill.attempts.some((each) => isLive(each) && each.way === change.attempt.way)) return bill;
      return { ...bill, attempts: [...bill.attempts, change.attempt] };
    case "attempt-recovered":
      return attemptOf(bill, change.attempt.id) ? bill : { ...bill, attempts: [...bill.attempts, change.attempt] };
    case "attempt-offered":
      return onAttempt(bill, change.attempt, ["opening"], (attempt) => ({
        ...attempt,
        status: "open",
        offer: change.offer,
        nextCheckAt: change.nextCheckAt,
      }));
    case "attempt-ended":
      return onAttempt(bill, change.attempt, ["opening", "open"], ({ nextCheckAt: _never, ...attempt }) => ({
        ...attempt,
        status: change.as,
      }));
    case "attempt-checked":
      return onAttempt(bill, change.attempt, ["opening", "open"], (attempt) => ({
        ...attempt,
        checks: attempt.checks + 1,
        nextCheckAt: change.nextCheckAt,
      }));
    case "money-arrived":
      return receive(bill, change);
    case "payment-reversed":
      return reverse(bill, change);
    case "refund-requested":
      return requestRefund(bill, change.refund, change.at);
    case "refund-accepted":
      return onRefund(bill, change.refund, ["requested"], (refund) => ({
        ...refund,
        status: "accepted",
        reference: change.reference,
        nextCheckAt: change.nextCheckAt,
      }));
    case "refund-paid":
      return payRefund(bill, change);
    case "refund-failed":
      return failRefund(bill, change);
    case "refund-checked":
      return onRefund(bill, change.refund, ["requested", "accepted"], (refund) => ({
        ...refund,
        checks: refund.checks + 1,
        nextCheckAt: change.nextCheckAt,
      }));
    case "cancelled":
      if (bill.status !== "open") return bill;
      return withEvent(
        withEntry(stopLive({ ...bill, status: "cancelled" }, change.at), change.at, "cancelled", bill.id, [
          ...bill.items.map(owe).map(reversed),
        ]),
        "bill-cancelled",
        change.at,
        { caseId: bill.caseId },
      );
    case "case-told": {
      if (bill.tellAt === undefined) return bill;
      const { tellAt: _told, ...rest } = bill;
      return rest;
    }
    case "telling-delayed":
      return bill.tellAt === undefined ? bill : { ...bill, tellAt: change.until };
    case "certificate-delayed":
      return bill.certifyAt === undefined ? bill : { ...bill, certifyAt: change.until };
    case "certified": {
      if (bill.status !== "paid" || bill.certificate !== undefined) return bill;
      const { certifyAt: _done, ...rest } = bill;
      return { ...rest, certificate: change.code };
    }
    case "certificate-revoked": {
      if (bill.certificate === undefined && bill.certifyAt === undefined) return bill;
      const { certificate: _void, certifyAt: _never, ...rest } = bill;
      return rest;
    }
  }
};

/** When the bill must be looked at again: the earliest of its tries, its refunds, its certificate and the word to its case. */
export const dueOf = (bill: Bill): Instant | undefined =>
  earliest([
    ...bill.attempts.filter(isLive).map(({ nextCheckAt }) => nextCheckAt),
    ...bill.refunds.filter(isPending).map(({ nextCheckAt }) => nextCheckAt),
    bill.status === "paid" ? bill.certifyAt : undefined,
    bill.tellAt,
  ]);

export const isPending = ({ status }: Refund): boolean => status === "requested" || status === "accepted";

/** What of an item has not been given back, nor been decided to be. */
export const keptOf = (bill: Bill, itemId: string): Fen => {
  const item = bill.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error(`bill ${bill.id} has no item ${itemId}`);
  const back = bill.refunds
    .filter(({ status }) => status !== "failed")
    .flatMap(({ parts }) => parts)
    .filter((part) => part.item === itemId)
    .map(({ amount }) => amount);
  return (item.amount - sum(back)) as Fen;
};

const owe = ({ tax, amount }: Bill["items"][number]): Transfer => transfer(`tax/${tax}`, "receivable", amount);

/** What the bill asks for without surcharge. */
export const taxesOf = (bill: Bill): Fen => add(...bill.items.map(({ amount }) => amount));

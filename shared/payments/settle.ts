import { after, earliest, type Instant } from "../kernel/instant.ts";
import { type Attempt, attemptOf, type Bill, isLive, type Transaction } from "./bill.ts";
import { changeBill } from "./change-bill.ts";
import { nextCheck } from "./next-check.ts";
import { type Payments, walletOf } from "./payments.ts";

/**
 * Books money that came for a try, once, and does what follows at once: the certificate, and the end of the other tries.
 * Only the booking must succeed; what follows is also done by the due clock.
 */
export const bookMoney = async (
  payments: Payments,
  base: Bill,
  attempt: string,
  transaction: Transaction,
): Promise<Bill> => {
  const now = payments.clock();
  const booked = await changeBill(payments.bills, base, () => [
    { type: "money-arrived", attempt, transaction, at: now },
  ]);
  return endOthers(payments, await followUp(payments, booked));
};

/** What a paid bill brings about: its case goes on, and its certificate is made. */
export const followUp = async (payments: Payments, bill: Bill): Promise<Bill> =>
  certify(payments, await tellCase(payments, bill));

const tellCase = async (payments: Payments, bill: Bill): Promise<Bill> => {
  if (bill.tellAt === undefined) return bill;
  try {
    await payments.tell?.(bill);
    return await changeBill(payments.bills, bill, () => [{ type: "case-told", at: payments.clock() }]);
  } catch (cause) {
    payments.log({ code: "telling-delayed", billId: bill.id, reason: nameOf(cause) });
    const at = payments.clock();
    return changeBill(payments.bills, bill, () => [{ type: "telling-delayed", until: after(at, 60_000), at }]);
  }
};

/** Messages of errors may quote what they were about. */
const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : "unknown");

/** Makes the certificate of a paid bill that has none yet. */
const certify = async (payments: Payments, bill: Bill): Promise<Bill> => {
  if (bill.status !== "paid" || bill.certifyAt === undefined || bill.certifyAt > payments.clock()) return bill;
  try {
    if (payments.certify === undefined) throw new Error("nobody certifies");
    const code = await payments.certify(bill);
    return await changeBill(payments.bills, bill, () => [{ type: "certified", code, at: payments.clock() }]);
  } catch (cause) {
    payments.log({ code: "certificate-delayed", billId: bill.id, reason: nameOf(cause) });
    const at = payments.clock();
    return changeBill(payments.bills, bill, () => [{ type: "certificate-delayed", until: after(at, 300_000), at }]);
  }
};

/** Another wallet's code may still be on a screen somewhere: it must take no money any more. */
const endOthers = async (payments: Payments, bill: Bill): Promise<Bill> => {
  let current = bill;
  for (const { id } of bill.attempts.filter(isLive)) {
    const live = attemptOf(current, id);
    if (live && isLive(live)) current = await closeTry(payments, current, live);
  }
  return current;
};

/** Asks the wallet what became of a live try, and closes it when its time or its bill is over. */
export const checkAttempt = async (payments: Payments, bill: Bill, attempt: Attempt): Promise<Bill> => {
  const now = payments.clock();
  const state = await walletOf(payments, attempt.way).query(attempt.id);
  switch (state.kind) {
    case "paid":
      return bookMoney(payments, bill, attempt.id, state.transaction);
    case "closed":
      return end(payments, bill, attempt, "closed");
    case "unpaid":
    case "unknown":
      if (bill.status !== "open" || now >= attempt.closesAt) return closeTry(payments, bill, attempt);
      return later(payments, bill, attempt, now);
    case "refused":
    case "silent":
      payments.log(troubleWith(bill, attempt, state));
      return later(payments, bill, attempt, now);
  }
};

/** Sees to it that a try takes no money any more; when it took some before, that is booked. */
export const closeTry = async (payments: Payments, bill: Bill, attempt: Attempt): Promise<Bill> => {
  const now = payments.clock();
  const wallet = walletOf(payments, attempt.way);
  const closed = await wallet.close(attempt.id);
  switch (closed.kind) {
    case "closed":
      return end(payments, bill, attempt, "closed");
    case "paid": {
      const state = await wallet.query(attempt.id);
      if (state.kind === "paid") return bookMoney(payments, bill, attempt.id, state.transaction);
      return later(payments, bill, attempt, now);
    }
    case "unknown":
      // A code that nobody has scanned cannot be closed, and may be scanned until its time is over.
      return now >= attempt.closesAt ? end(payments, bill, attempt, "closed") : later(payments, bill, attempt, now);
    case "refused":
    case "silent":
      payments.log(troubleWith(bill, attempt, closed));
      return later(payments, bill, attempt, now);
  }
};

const end = (payments: Payments, bill: Bill, attempt: Attempt, as: "closed" | "failed"): Promise<Bill> =>
  changeBill(payments.bills, bill, () => [{ type: "attempt-ended", attempt: attempt.id, as, at: payments.clock() }]);

const later = (payments: Payments, bill: Bill, attempt: Attempt, now: Instant): Promise<Bill> => {
  const next = nextCheck(now, attempt.checks);
  // A second after its last moment, the wallet knows for sure.
  const atTheEnd = now < attempt.closesAt ? after(attempt.closesAt, 1000) : undefined;
  const nextCheckAt = earliest([next, atTheEnd]) ?? next;
  return changeBill(payments.bills, bill, () => [
    { type: "attempt-checked", attempt: attempt.id, nextCheckAt, at: now },
  ]);
};

const troubleWith = (
  bill: Bill,
  { id, way }: Attempt,
  trouble: { readonly kind: "silent"; readonly reason: string } | { readonly kind: "refused"; readonly code: string },
) => ({
  code: trouble.kind === "silent" ? ("wallet-silent" as const) : ("wallet-refused" as const),
  billId: bill.id,
  about: id,
  way,
  reason: trouble.kind === "silent" ? trouble.reason : trouble.code,
});

import { add } from "../kernel/fen.ts";
import { after, type Instant, toMilliseconds } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { PersonKey } from "../people/person-key.ts";
import { type Attempt, attemptOf, type Bill, isLive, type PayProduct, type PayWay } from "./bill.ts";
import { taxesOf } from "./bill-transitions.ts";
import { changeBill } from "./change-bill.ts";
import { dayInChina, endOfDay } from "./china-time.ts";
import { type Payments, walletOf } from "./payments.ts";
import { bookMoney, checkAttempt, closeTry } from "./settle.ts";
import { surchargeOn } from "./surcharge.ts";
import type { Holder } from "./wallet.ts";

export interface PaymentRequest {
  readonly billId: string;
  /** Tells a repeated request from a new one: hashes of its key and of what it said. */
  readonly request?: { readonly key: string; readonly content: string };
  /** Who pays, where it is not the taxpayer. */
  readonly paidBy?: PersonKey;
  readonly way: PayWay;
  readonly product: PayProduct;
  readonly payerAddress?: string;
  readonly openId?: string;
  /** Of a bank: the debit agreement that the payer signed. */
  readonly agreement?: string;
  readonly holder?: Holder;
}

export interface StartedPayment {
  readonly bill: Bill;
  readonly attempt: Attempt;
  readonly isNew: boolean;
}

const lifetimeMilliseconds = 15 * 60_000;
const shortestLifeMilliseconds = 2 * 60_000;
/** Somebody who begins and leaves for ever makes a bill that no table holds. */
const mostTries = 60;
/** A try that ends sooner than this is not handed out again. */
const worthShowingMilliseconds = 60_000;

/**
 * Begins a try to pay a bill, or hands out again the one that is open in the same way. A try that is left behind does not
 * hold the bill: it is closed on the way, and whatever it still brings is booked or given back.
 *
 * @throws Refusal bill-not-found, bill-not-open, way-not-offered, idempotency-key-reused, too-many-payments, wallet-refused, wallet-silent
 */
export const startPayment = async (payments: Payments, request: PaymentRequest): Promise<StartedPayment> => {
  const { billId, way, product } = request;
  if (!payments.wallets.has(way)) throw new Refusal("way-not-offered", { way });
  const found = await payments.bills.read(billId);
  if (found === undefined) throw new Refusal("bill-not-found", { billId });
  const repeated = repeatedIn(found, request);
  if (repeated?.offer) return { bill: found, attempt: repeated, isNew: false };
  const now = payments.clock();
  const fresh = orderOf(found, request, now);
  const live = found.attempts.find((attempt) => isLive(attempt) && attempt.way === way);
  if (live && isReusable(live, fresh, now)) return { bill: requireOpen(found), attempt: live, isNew: false };
  const freed = live ? await leave(payments, found, live) : found;
  const bill = await changeBill(payments.bills, freed, (current) => {
    requireOpen(current);
    if (current.attempts.length >= mostTries) throw new Refusal("too-many-payments", { billId });
    return [{ type: "attempt-added", attempt: orderOf(current, request, now), at: now }];
  });
  const attempt = bill.attempts.at(-1);
  // Two devices began at once: the other one's try is as good as ours.
  const other = bill.attempts.find((each) => isLive(each) && each.way === way);
  if (attempt?.status !== "opening" || attempt.way !== way || attempt !== other) {
    if (other?.offer) return { bill, attempt: other, isNew: false };
    throw new Refusal("wallet-silent", { way });
  }
  const opened = await walletOf(payments, way).open({
    number: attempt.id,
    amount: attempt.amount,
    product,
    subject: payments.subject,
    closesAt: attempt.closesAt,
    ...(request.payerAddress !== undefined && { payerAddress: request.payerAddress }),
    ...(request.openId !== undefined && { openId: request.openId }),
    ...(request.agreement !== undefined && { agreement: request.agreement }),
    ...(request.holder !== undefined && { holder: request.holder }),
  });
  if (opened.kind === "refused") {
    payments.log({ code: "wallet-refused", way, billId, about: attempt.id, reason: opened.code });
    // A table that was restored to a moment has forgotten later tries: the wallet may have been paid under this number.
    const asked = await walletOf(payments, way).query(attempt.id);
    if (asked.kind === "paid") {
      requireOpen(await bookMoney(payments, bill, attempt.id, asked.transaction));
      throw new Refusal("wallet-refused", { way, code: opened.code });
    }
    await changeBill(payments.bills, bill, () => [
      { type: "attempt-ended", attempt: attempt.id, as: "failed", at: payments.clock() },
    ]);
    throw new Refusal("wallet-refused", { way, code: opened.code });
  }
  if (opened.kind === "silent") {
    // Whether the order was made is not known: the due clock asks, and a new try may begin meanwhile.
    payments.log({ code: "wallet-silent", way, billId, about: attempt.id, reason: opened.reason });
    throw new Refusal("wallet-silent", { way });
  }
  const at = payments.clock();
  const offered = await changeBill(payments.bills, bill, () => [
    { type: "attempt-offered", attempt: attempt.id, offer: opened.offer, nextCheckAt: after(at, 10_000), at },
  ]);
  // A bank answers with the deed itself; nobody has to scan anything.
  const settled = way === "bank" ? await checkAttempt(payments, offered, attempt) : offered;
  return { bill: settled, attempt: attemptOf(settled, attempt.id) ?? attempt, isNew: true };
};

/** The try that this very request began before. @throws Refusal idempotency-key-reused when its key meant another one */
const repeatedIn = (bill: Bill, { request }: PaymentRequest): Attempt | undefined => {
  const known = bill.attempts.find((attempt) => request !== undefined && attempt.request?.key === request.key);
  if (known && known.request?.content !== request?.content) throw new Refusal("idempotency-key-reused");
  return known;
};

const requireOpen = (bill: Bill): Bill => {
  if (bill.status !== "open") throw new Refusal("bill-not-open", { billId: bill.id, status: bill.status });
  return bill;
};

const isReusable = (live: Attempt, fresh: Attempt, now: Instant): boolean =>
  live.status === "open" &&
  live.offer !== undefined &&
  live.product === fresh.product &&
  live.amount === fresh.amount &&
  toMilliseconds(live.closesAt) - toMilliseconds(now) > worthShowingMilliseconds;

/** The try as it would begin now, with the surcharge of today. */
const orderOf = (bill: Bill, { way, product, request, paidBy }: PaymentRequest, now: Instant): Attempt => {
  const today = dayInChina(now);
  const surcharge = surchargeOn(bill.items, bill.dueOn, today).total;
  // From tomorrow on another surcharge is due, so a try does not outlive its day.
  const tonight = bill.dueOn === undefined ? undefined : endOfDay(today);
  const left = tonight === undefined ? lifetimeMilliseconds : toMilliseconds(tonight) - toMilliseconds(now);
  const life = Math.max(shortestLifeMilliseconds, Math.min(lifetimeMilliseconds, left));
  return {
    id: `${bill.id}_${1 + Math.max(0, ...bill.attempts.map(({ id }) => Number(id.split("_")[1])))}`,
    ...(request !== undefined && { request }),
    ...(paidBy !== undefined && { paidBy }),
    way,
    product,
    amount: add(taxesOf(bill), surcharge),
    surcharge,
    status: "opening",
    openedAt: now,
    closesAt: after(now, life),
    nextCheckAt: after(now, 30_000),
    checks: 0,
  };
};

/**
 * Ends a live try whose payer does not want it any more; the bill is free at once, also while the wallet is silent.
 * Harmless when repeated.
 *
 * @throws Refusal bill-not-found, payment-not-found
 */
export const abandonPayment = async (
  payments: Payments,
  billId: string,
  attemptId: string,
): Promise<StartedPayment> => {
  const found = await payments.bills.read(billId);
  if (found === undefined) throw new Refusal("bill-not-found", { billId });
  const attempt = attemptOf(found, attemptId);
  if (attempt === undefined) throw new Refusal("payment-not-found", { billId });
  const bill = isLive(attempt) ? await leave(payments, found, attempt) : found;
  return { bill, attempt: attemptOf(bill, attemptId) ?? attempt, isNew: false };
};

/** Closes a try that its payer has left. When the wallet does not answer, the bill is free all the same. */
const leave = async (payments: Payments, bill: Bill, attempt: Attempt): Promise<Bill> => {
  const closed = await closeTry(payments, bill, attempt);
  return changeBill(payments.bills, closed, () => [
    { type: "attempt-ended", attempt: attempt.id, as: "closed", at: payments.clock() },
  ]);
};

import { newWalletKeys, type WalletKeys } from "../../../infra/local/sandbox/wallets/make-wallets.ts";
import type { WalletOrder } from "../../../infra/local/sandbox/wallets/order-book.ts";
import type { CalendarDate } from "../../../shared/kernel/day.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import { settledAttempt } from "../../../shared/payments/bill.ts";
import { checkBill } from "../../../shared/payments/check-bill.ts";
import { dayInChina } from "../../../shared/payments/china-time.ts";
import { balance, balancesOf, sumOf } from "../../../shared/payments/ledger.ts";
import { memoryDifferenceStore } from "../../../shared/payments/reconciliation/memory-difference-store.ts";
import { reconcileDay } from "../../../shared/payments/reconciliation/reconcile-day.ts";
import { repairDifference } from "../../../shared/payments/reconciliation/repair-difference.ts";
import { closeDay } from "../clerk.ts";
import { liveThrough } from "./bill-life.ts";
import { type Findings, foundTown, type Town } from "./town.ts";

const ways = ["wechat", "alipay"] as const;
const begins = Date.parse("2030-01-29T02:00:00.000Z");
const spread = 40 * 3_600_000;

export interface Outcome extends Findings {
  readonly bills: number;
  readonly deaths: number;
  readonly silences: number;
  readonly paid: number;
  /** Bills for which money came twice or without need, and went back. */
  readonly givenBack: number;
  /** Differences that the days' accounts brought to light, all repaired as proposed. */
  readonly repaired: number;
  readonly daysClosed: number;
  /** Lines on which both sides still differ after the repairs; the first few of each day. */
  readonly unequal: readonly string[];
  /** What the wallets hold for us less what the ledger says, in fen: over all, and the worst single bill. */
  readonly offBy: number;
  readonly worstBill: number;
  readonly paidTwice: number;
  readonly ledgerSum: number;
}

/**
 * Lives through `bills` bills in a storm, then does what a bureau does: the clock goes on, each day's accounts are compared,
 * differences repaired as proposed, days closed. Says how far ledger and wallets are apart, by the wallets' own books.
 */
export const weatherTheStorm = async (options: {
  readonly seed: number;
  readonly bills: number;
  readonly keys?: { readonly genuine: WalletKeys; readonly forged: WalletKeys };
}): Promise<Outcome> => {
  const keys = options.keys ?? { genuine: newWalletKeys(), forged: newWalletKeys() };
  const town = foundTown(options.seed, keys);
  const ids = Array.from({ length: options.bills }, (_, index) => `STORM${String(index).padStart(7, "0")}`);
  const starts = ids.map(() => begins + town.chance.below(spread)).sort((one, other) => one - other);
  for (const [index, id] of ids.entries()) await liveThrough(town, id, starts[index] ?? begins);
  town.weather.isCalm = true;
  const { repaired, daysClosed, unequal } = await settleDays(town, ids);
  return {
    ...town.findings,
    ...(await audit(town, ids)),
    repaired,
    daysClosed,
    unequal,
    bills: ids.length,
    ...town.weather.count,
  };
};

/** After the storm: accounts and repairs for every day, until all are closed. */
const settleDays = async (town: Town, ids: readonly string[]) => {
  const differences = memoryDifferenceStore();
  const days = ["2030-01-29", "2030-01-30", "2030-01-31", "2030-02-01"] as CalendarDate[];
  town.now = Date.parse("2030-02-01T03:00:00.000Z");
  let repaired = 0;
  // A bill whose clock had stopped is found by the account of its day; what follows from it, by the clock.
  for (const way of ways) for (const day of days) await reconcileDay(town.payments, differences, way, day);
  for (const { id } of await differences.listOpen()) {
    await repairDifference(town.payments, differences, id);
    repaired += 1;
  }
  for (let look = 0; look < 4; look += 1) {
    town.now += 15 * 60_000;
    for (const id of ids) if (await isDue(town, id)) await checkBill(town.payments, id);
  }
  const lastDay = dayInChina(toInstant(town.now));
  const unequal: string[] = [];
  let daysClosed = 0;
  for (const way of ways) {
    for (const day of days.filter((each) => each <= lastDay)) {
      const { differences: standing } = await reconcileDay(town.payments, differences, way, day);
      for (const { kind, repair, orderNumber, theirs, ours } of standing.slice(0, 5)) {
        unequal.push(
          `${way} ${day} ${orderNumber}: ${kind} (${repair}), ${theirs?.amount} there, ${ours?.amount} here`,
        );
      }
      if (standing.length > 0) continue;
      await closeDay(town.payments, differences, way, day);
      daysClosed += 1;
    }
  }
  return { repaired, daysClosed, unequal };
};

const isDue = async ({ bills }: Town, id: string): Promise<boolean> => (await bills.read(id))?.due !== undefined;

/** By the wallets' own books, order by order, not by their daily accounts. */
const audit = async ({ bills, books }: Town, ids: readonly string[]) => {
  let offBy = 0;
  let worstBill = 0;
  let paidTwice = 0;
  let paid = 0;
  let givenBack = 0;
  let ledgerSum = 0;
  for (const id of ids) {
    const bill = await bills.read(id);
    if (!bill) throw new Error(`bill ${id} is gone`);
    const balances = balancesOf(bill.entries);
    ledgerSum += sumOf(balances);
    let held = 0;
    for (const way of ways) {
      const orders = bill.attempts
        .filter((attempt) => attempt.way === way)
        .map((attempt) => books[way].find(attempt.id));
      const kept = orders.reduce((sum, order) => sum + keptFrom(order), 0);
      const apart = kept - balance(balances, `wallet/${way}`);
      offBy += apart;
      worstBill = Math.max(worstBill, Math.abs(apart));
      held += kept;
    }
    const settled = settledAttempt(bill);
    if (settled) paid += 1;
    if (bill.attempts.some(({ status }) => status === "surplus")) givenBack += 1;
    if (held > (settled?.amount ?? 0)) paidTwice += 1;
  }
  return { offBy, worstBill, paidTwice, paid, givenBack, ledgerSum };
};

const keptFrom = (order: WalletOrder | undefined): number =>
  order?.transaction === undefined
    ? 0
    : order.amount - order.refunds.filter(({ state }) => state === "done").reduce((sum, { amount }) => sum + amount, 0);

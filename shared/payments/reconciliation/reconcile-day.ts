import type { CalendarDate } from "../../kernel/day.ts";
import { type Fen, sum } from "../../kernel/fen.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { attemptOf, type Bill, billIdOf, type PayWay, refundOf } from "../bill.ts";
import { dayInChina } from "../china-time.ts";
import { type Payments, walletOf } from "../payments.ts";
import type { DayLine } from "../wallet.ts";
import { compareDay } from "./compare-day.ts";
import type { Difference, DifferenceStore, Movement, Repair } from "./difference.ts";

export interface DayReport {
  readonly way: PayWay;
  readonly day: CalendarDate;
  readonly lines: number;
  /** What the wallet took less what it gave back, as it says and as we booked. */
  readonly theirs: Fen;
  readonly ours: Fen;
  readonly differences: readonly Difference[];
}

/**
 * Compares a wallet's account of a day with the ledger, line by line, and puts what differs on the work list. Harmless
 * when repeated: a difference that is no more leaves the list.
 *
 * @throws Refusal day-not-available: the wallet does not answer, or its file is altered
 */
export const reconcileDay = async (
  payments: Payments,
  differences: DifferenceStore,
  way: PayWay,
  day: CalendarDate,
): Promise<DayReport> => {
  const file = await walletOf(payments, way).downloadDay(day);
  if (file.kind !== "lines" && file.kind !== "none") {
    const reason = file.kind === "silent" ? file.reason : file.kind === "refused" ? file.code : file.kind;
    throw new Refusal("day-not-available", { way, day, reason });
  }
  const lines = file.kind === "lines" ? file.lines : [];
  const ours = await movementsOn(payments, way, day);
  const proposals = await proposalsFor(payments, way, lines, ours);
  const found = compareDay(
    { way, day, now: payments.clock() },
    lines,
    ours,
    (line) => proposals.get(line) ?? "by-hand",
  );
  for (const difference of found) {
    payments.log({ code: "difference-found", way, about: difference.orderNumber, reason: difference.kind });
    await differences.add(difference);
  }
  const standing = new Set(found.map(({ id }) => id));
  for (const earlier of await differences.listOpen()) {
    if (earlier.way === way && earlier.day === day && !standing.has(earlier.id)) await differences.settle(earlier);
  }
  return { way, day, lines: lines.length, theirs: netOf(lines), ours: netOf(ours), differences: found };
};

const netOf = (lines: readonly DayLine[]): Fen =>
  sum(lines.map(({ kind, amount }) => (kind === "payment" ? amount : -amount) as Fen));

const movementsOn = async (payments: Payments, way: PayWay, day: CalendarDate): Promise<readonly Movement[]> => {
  const movements: Movement[] = [];
  const seen = new Set<string>();
  for (let from: string | undefined, isLast = false; !isLast; ) {
    const page = await payments.bills.listMovements(way, day, from);
    for (const billId of page.billIds) {
      if (seen.has(billId)) continue;
      seen.add(billId);
      const bill = await payments.bills.read(billId);
      if (bill) movements.push(...movementsOf(bill).filter((each) => isOn(bill, each, way, day)));
    }
    from = page.next;
    isLast = from === undefined;
  }
  return movements;
};

const isOn = (bill: Bill, movement: Movement, way: PayWay, day: CalendarDate): boolean =>
  attemptOf(bill, movement.orderNumber)?.way === way && dayInChina(movement.at) === day;

const movementsOf = (bill: Bill): readonly Movement[] => [
  ...bill.attempts.flatMap(({ id, transaction }): Movement[] =>
    transaction
      ? [
          {
            kind: "payment",
            billId: bill.id,
            orderNumber: id,
            reference: transaction.id,
            amount: transaction.amount,
            at: transaction.paidAt,
          },
        ]
      : [],
  ),
  ...bill.refunds.flatMap(({ id, attempt, status, reference, amount, paidAt }): Movement[] =>
    status === "paid" && paidAt !== undefined
      ? [
          {
            kind: "refund",
            billId: bill.id,
            orderNumber: attempt,
            refundNumber: id,
            reference: reference ?? "",
            amount,
            at: paidAt,
          },
        ]
      : [],
  ),
];

/** What can be done about each line that we have not booked that day. */
const proposalsFor = async (
  payments: Payments,
  way: PayWay,
  lines: readonly DayLine[],
  ours: readonly Movement[],
): Promise<ReadonlyMap<DayLine, Repair>> => {
  const booked = new Set(ours.map(({ kind, orderNumber, refundNumber }) => `${kind} ${refundNumber ?? orderNumber}`));
  const proposals = new Map<DayLine, Repair>();
  for (const line of lines) {
    if (booked.has(`${line.kind} ${line.refundNumber ?? line.orderNumber}`)) continue;
    const billId = billIdOf(line.orderNumber);
    const bill = billId === undefined ? undefined : await payments.bills.read(billId);
    if (bill) proposals.set(line, proposalFor(bill, way, line));
  }
  return proposals;
};

const proposalFor = (bill: Bill, way: PayWay, line: DayLine): Repair => {
  const attempt = attemptOf(bill, line.orderNumber);
  // A table that was restored to a moment has forgotten later tries; the wallet's account is signed, and the number ours.
  if (attempt === undefined && line.kind === "payment") return "book-payment";
  if (attempt === undefined || attempt.way !== way) return "by-hand";
  if (line.kind === "payment") return attempt.transaction === undefined ? "book-payment" : "by-hand";
  const refund = refundOf(bill, line.refundNumber ?? "");
  return refund && refund.status !== "paid" && refund.amount === line.amount ? "book-refund" : "by-hand";
};

import { add } from "../../kernel/fen.ts";
import type { Instant } from "../../kernel/instant.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type Attempt, attemptOf, type Bill, billIdOf } from "../bill.ts";
import { taxesOf } from "../bill-transitions.ts";
import { changeBill } from "../change-bill.ts";
import { dayInChina } from "../china-time.ts";
import { type Payments, walletOf } from "../payments.ts";
import { bookMoney } from "../settle.ts";
import { surchargeOn } from "../surcharge.ts";
import type { Difference, DifferenceStore } from "./difference.ts";

/**
 * Does what a difference proposes, through the transitions that a notice goes through, and takes it from the work list.
 *
 * @throws Refusal difference-not-found, repair-by-hand, payment-stands
 */
export const repairDifference = async (
  payments: Payments,
  differences: DifferenceStore,
  id: string,
): Promise<Bill | undefined> => {
  const difference = await differences.read(id);
  if (difference === undefined) throw new Refusal("difference-not-found", { id });
  if (difference.status === "settled") return undefined;
  const billId = billIdOf(difference.orderNumber);
  const bill = billId === undefined ? undefined : await payments.bills.read(billId);
  if (bill === undefined || difference.repair === "by-hand") throw new Refusal("repair-by-hand", { id });
  const repaired = await repair(payments, bill, difference);
  await differences.settle(difference);
  return repaired;
};

const repair = async (payments: Payments, bill: Bill, difference: Difference): Promise<Bill> => {
  const { theirs, orderNumber, refundNumber } = difference;
  if (difference.repair === "reverse-payment") return reversePayment(payments, bill, orderNumber);
  if (theirs === undefined) throw new Refusal("repair-by-hand", { id: difference.id });
  if (difference.repair === "book-payment") {
    const transaction = { id: theirs.reference, amount: theirs.amount, paidAt: theirs.at };
    const known = await changeBill(payments.bills, bill, (current) =>
      attemptOf(current, orderNumber)
        ? []
        : [{ type: "attempt-recovered", attempt: recovered(current, difference, theirs.at), at: payments.clock() }],
    );
    return bookMoney(payments, known, orderNumber, transaction);
  }
  const about = { refund: refundNumber ?? "", reference: theirs.reference, paidAt: theirs.at };
  return changeBill(payments.bills, bill, () => [{ type: "refund-paid", ...about, at: payments.clock() }]);
};

/** A try of which nothing is known but that it was paid: what it should have brought is reckoned as of that moment. */
const recovered = (bill: Bill, { orderNumber, way }: Difference, paidAt: Instant): Attempt => {
  const surcharge = surchargeOn(bill.items, bill.dueOn, dayInChina(paidAt)).total;
  return {
    id: orderNumber,
    way,
    product: "qr",
    amount: add(taxesOf(bill), surcharge),
    surcharge,
    status: "closed",
    openedAt: paidAt,
    closesAt: paidAt,
    checks: 0,
  };
};

/** Only when the wallet, asked once more, still knows of no payment. */
const reversePayment = async (payments: Payments, bill: Bill, orderNumber: string): Promise<Bill> => {
  const attempt = attemptOf(bill, orderNumber);
  if (attempt === undefined) throw new Refusal("repair-by-hand", { orderNumber });
  const state = await walletOf(payments, attempt.way).query(orderNumber);
  if (state.kind !== "unknown" && state.kind !== "unpaid" && state.kind !== "closed") {
    throw new Refusal("payment-stands", { orderNumber, state: state.kind });
  }
  return changeBill(payments.bills, bill, () => [
    { type: "payment-reversed", attempt: orderNumber, at: payments.clock() },
  ]);
};

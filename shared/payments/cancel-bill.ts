import { Refusal } from "../kernel/refusal.ts";
import type { Bill } from "./bill.ts";
import { changeBill } from "./change-bill.ts";
import type { Payments } from "./payments.ts";
import { decideRefund } from "./refund-bill.ts";

/**
 * Takes back a bill that another one has replaced, or whose sale is no more: an open one is cancelled, and whatever still comes for it goes back as a
 * surplus; a paid one is given back as far as it has not been. Harmless when repeated.
 *
 * @throws Refusal bill-not-found
 */
export const cancelBill = async (
  payments: Pick<Payments, "bills" | "clock">,
  billId: string,
  reason: "correction" | "sale-cancelled",
): Promise<Bill> => {
  const found = await payments.bills.read(billId);
  if (found === undefined) throw new Refusal("bill-not-found", { billId });
  const bill = await changeBill(payments.bills, found, () => [{ type: "cancelled", at: payments.clock() }]);
  return bill.status === "paid" ? decideRefund(payments, { billId, reason, parts: "taxes" }) : bill;
};

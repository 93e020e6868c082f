import { viewBill, viewPayment } from "../../../shared/api/views/bill-view.ts";
import type { StartedPayment } from "../../../shared/payments/start-payment.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import type { PayingWorld } from "../../wiring/worlds.ts";

/** The answer to every deed on a payment: it, and its bill, as they stand now. */
export const begun = ({ bill, attempt, isNew }: StartedPayment, caller: Caller, { clock }: PayingWorld) => ({
  status: isNew ? (201 as const) : (200 as const),
  body: { payment: viewPayment(attempt), bill: viewBill(bill, caller, clock()) },
  version: bill.version,
});

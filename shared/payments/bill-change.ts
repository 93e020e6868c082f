import type { Instant } from "../kernel/instant.ts";
import type { Attempt, Offer, Refund, Transaction } from "./bill.ts";

/** What can happen to a bill. A write is a list of changes applied to the bill as it stands. */
export type BillChange = { readonly at: Instant } & (
  | { readonly type: "issued" }
  | { readonly type: "attempt-added"; readonly attempt: Attempt }
  /** A wallet's account of a day tells of a try that a restored table has forgotten. */
  | { readonly type: "attempt-recovered"; readonly attempt: Attempt }
  | { readonly type: "attempt-offered"; readonly attempt: string; readonly offer: Offer; readonly nextCheckAt: Instant }
  | { readonly type: "attempt-ended"; readonly attempt: string; readonly as: "closed" | "failed" }
  | { readonly type: "attempt-checked"; readonly attempt: string; readonly nextCheckAt: Instant }
  /** Money has come, as a verified notice, a signed answer or the wallet's daily bill says. */
  | { readonly type: "money-arrived"; readonly attempt: string; readonly transaction: Transaction }
  /** The wallet itself says that money which we booked never came. Only an officer's repair does this. */
  | { readonly type: "payment-reversed"; readonly attempt: string }
  | { readonly type: "refund-requested"; readonly refund: Refund }
  | {
      readonly type: "refund-accepted";
      readonly refund: string;
      readonly reference: string;
      readonly nextCheckAt: Instant;
    }
  | { readonly type: "refund-paid"; readonly refund: string; readonly reference: string; readonly paidAt: Instant }
  | { readonly type: "refund-failed"; readonly refund: string }
  | { readonly type: "refund-checked"; readonly refund: string; readonly nextCheckAt: Instant }
  | { readonly type: "cancelled" }
  | { readonly type: "case-told" }
  | { readonly type: "telling-delayed"; readonly until: Instant }
  | { readonly type: "certificate-delayed"; readonly until: Instant }
  | { readonly type: "certified"; readonly code: string }
  /** What it certified is given back. */
  | { readonly type: "certificate-revoked" }
);

import type { CalendarDate } from "../kernel/day.ts";
import type { Fen } from "../kernel/fen.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { LedgerEntry } from "./ledger.ts";

/** The ways to pay. Whichever brings the money first pays the bill; what comes after goes back. */
export const payWays = ["wechat", "alipay", "bank"] as const;
export type PayWay = (typeof payWays)[number];

/** `qr`: shown at kiosk and counter. `h5`: a page of the wallet in a phone's browser. `in-app`: inside the wallet. */
export const payProducts = ["qr", "h5", "in-app", "debit"] as const;
export type PayProduct = (typeof payProducts)[number];

/**
 * What one payer owes from one signed declaration: one item, changed only by one conditional write at a time, with the
 * tries to pay it, the refunds, and its part of the ledger.
 */
export interface Bill {
  readonly id: string;
  /** Counts the writes. */
  readonly version: number;
  readonly status: BillStatus;
  readonly caseId: string;
  /** The taxpayer in law, whoever pays for them. */
  readonly payer: PersonKey;
  /** How the case calls the taxpayer, `seller-1`. */
  readonly party?: string;
  readonly issuedAt: Instant;
  /** The last day on which it is paid in time. Absent: the law names none. */
  readonly dueOn?: CalendarDate;
  readonly items: readonly BillItem[];
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
  readonly entries: readonly LedgerEntry[];
  /** The code of the certificate that was made when the money was booked. */
  readonly certificate?: string;
  /** When its making is tried next, while there is none. */
  readonly certifyAt?: Instant;
  /** When its case is told next that the money is there, while it does not know. */
  readonly tellAt?: Instant;
  /** What the last write tells the world. */
  readonly events: readonly BillEvent[];
  /** The marks of the last writes: a writer whose reply was lost recognises its own. */
  readonly writes: readonly string[];
  /** When somebody must look at it again whatever happens. */
  readonly due?: Instant;
}

export type BillStatus = "open" | "paid" | "cancelled" | "refunded";

/** One tax of one payer, booked apart. `reference`: the tax authority's own number of this assessment. */
export interface BillItem {
  readonly id: string;
  readonly tax: string;
  readonly amount: Fen;
  readonly reference: string;
}

/** One try to pay, known to the wallet as one order. */
export interface Attempt {
  /** `{bill}_{number}`: the order number that the wallet gets. */
  readonly id: string;
  /** The request that began it: repeated, it finds this try. */
  readonly request?: { readonly key: string; readonly content: string };
  /** Who pays, where it is not the taxpayer. */
  readonly paidBy?: PersonKey;
  readonly way: PayWay;
  readonly product: PayProduct;
  readonly amount: Fen;
  /** The part of the amount that is late payment surcharge, of the day on which the try began. */
  readonly surcharge: Fen;
  readonly status: AttemptStatus;
  readonly openedAt: Instant;
  /** The wallet takes no money for it after this moment. */
  readonly closesAt: Instant;
  /** How the payer pays: what the QR code says, the page to open, or what the app is handed. */
  readonly offer?: Offer;
  readonly transaction?: Transaction;
  /** When the wallet is asked what became of it, and how often it was. */
  readonly nextCheckAt?: Instant;
  readonly checks: number;
}

/**
 * `opening`: the wallet is being asked. `open`: it takes money. `settled`: its money paid the bill. `surplus`: money came
 * that the bill did not need, or not this much; it goes back. `closed` and `failed`: no money, as far as we know.
 */
export type AttemptStatus = "opening" | "open" | "settled" | "surplus" | "closed" | "failed";

/** Whether money may still come by it. */
export const isLive = ({ status }: Attempt): boolean => status === "opening" || status === "open";

export type Offer =
  | { readonly kind: "qr"; readonly content: string }
  | { readonly kind: "page"; readonly url: string }
  | { readonly kind: "in-app"; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: "none" };

/** Money that a wallet took for us, as the wallet says. */
export interface Transaction {
  readonly id: string;
  readonly amount: Fen;
  readonly paidAt: Instant;
}

export type RefundReason = "surplus" | "sale-cancelled" | "re-purchase" | "correction";

/** Money that goes back the way it came. */
export interface Refund {
  /** `{attempt}_R{number}`: the refund number that the wallet gets. */
  readonly id: string;
  readonly attempt: string;
  readonly amount: Fen;
  readonly reason: RefundReason;
  /** From which taxes it is taken; empty for a surplus. */
  readonly parts: readonly { readonly item: string; readonly amount: Fen }[];
  readonly status: "requested" | "accepted" | "paid" | "failed";
  readonly requestedAt: Instant;
  /** The wallet's number of it. */
  readonly reference?: string;
  readonly paidAt?: Instant;
  readonly nextCheckAt?: Instant;
  readonly checks: number;
}

export interface BillEvent {
  readonly id: string;
  readonly type:
    | "bill-issued"
    | "bill-paid"
    | "bill-cancelled"
    | "surplus-received"
    | "refund-requested"
    | "refund-paid";
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Letters and digits only: it goes into the wallets' order numbers, which take at most 32 characters. */
export const billIdPattern = /^[0-9A-Za-z]{4,26}$/;

const orderPattern = /^([0-9A-Za-z]{4,26})_(\d{1,2})(?:_R(\d{1,2}))?$/;

/** Which bill a wallet's order or refund number belongs to; nothing when it is none of ours. */
export const billIdOf = (orderNumber: string): string | undefined => orderPattern.exec(orderNumber)?.[1];

export const attemptOf = (bill: Bill, id: string): Attempt | undefined => bill.attempts.find((each) => each.id === id);
export const refundOf = (bill: Bill, id: string): Refund | undefined => bill.refunds.find((each) => each.id === id);
/** The one that paid the bill. */
export const settledAttempt = (bill: Bill): Attempt | undefined =>
  bill.attempts.find(({ status }) => status === "settled");

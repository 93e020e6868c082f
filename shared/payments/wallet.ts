import type { CalendarDate } from "../kernel/day.ts";
import type { Fen } from "../kernel/fen.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Offer, PayProduct, PayWay, Transaction } from "./bill.ts";

/** A payment provider in our words. Nothing that the other side does is an exception: silence is a result with a name. */
export interface Wallet {
  readonly way: PayWay;
  open(order: Order): Promise<Opened>;
  query(orderNumber: string): Promise<OrderState>;
  /** Makes sure that no money can come any more. */
  close(orderNumber: string): Promise<Closed>;
  /** Gives money back. A repeated call under the same number is the same refund. */
  refund(request: RefundRequest): Promise<RefundState>;
  queryRefund(request: RefundRequest): Promise<RefundState>;
  /** Reads a notice over the bytes as they came. */
  readNotice(notice: RawNotice, now: Instant): NoticeReading;
  /** What the wallet must read so that it stops repeating the notice, and what makes it come again. */
  readonly answers: { readonly taken: NoticeAnswer; readonly refused: NoticeAnswer };
  /** The wallet's account of a day, checked against its hash where the wallet gives one. */
  downloadDay(day: CalendarDate): Promise<DayFile>;
}

export interface Order {
  readonly number: string;
  readonly amount: Fen;
  readonly product: PayProduct;
  /** What the payer reads in the wallet; no names, no addresses. */
  readonly subject: string;
  readonly closesAt: Instant;
  /** The payer's address, which WeChat Pay wants for pages opened in a phone's browser. */
  readonly payerAddress?: string;
  /** The payer's account as the wallet's own app gives it, for payments inside it. */
  readonly openId?: string;
  /** Of a bank: the debit agreement that the payer signed, and their identity document, which is never kept here. */
  readonly agreement?: string;
  readonly holder?: Holder;
}

export interface Holder {
  readonly idType: "resident-id" | "passport" | "other";
  readonly idNumber: string;
}

export interface Silent {
  readonly kind: "silent";
  readonly reason: string;
}

export interface Refused {
  readonly kind: "refused";
  readonly code: string;
}

export type Opened = { readonly kind: "opened"; readonly offer: Offer } | Refused | Silent;

export type OrderState =
  | { readonly kind: "paid"; readonly transaction: Transaction }
  | { readonly kind: "unpaid" }
  | { readonly kind: "closed" }
  /** The wallet knows no such order: it was never made, or nobody has scanned it yet. */
  | { readonly kind: "unknown" }
  | Refused
  | Silent;

/** `paid`: too late to close. */
export type Closed = { readonly kind: "closed" | "paid" | "unknown" } | Refused | Silent;

export interface RefundRequest {
  readonly number: string;
  readonly orderNumber: string;
  readonly amount: Fen;
  /** What was paid in all. */
  readonly paid: Fen;
  readonly reason: string;
}

export type RefundState =
  | { readonly kind: "paid"; readonly reference: string; readonly paidAt: Instant }
  | { readonly kind: "accepted"; readonly reference: string }
  | { readonly kind: "failed"; readonly code: string }
  | { readonly kind: "unknown" }
  | Refused
  | Silent;

/** A notice as it came: header names in lower case, the body's own bytes. */
export interface RawNotice {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export type Notice =
  | { readonly kind: "paid"; readonly orderNumber: string; readonly transaction: Transaction }
  | {
      readonly kind: "refunded";
      readonly orderNumber: string;
      readonly refundNumber: string;
      readonly reference: string;
      readonly amount: Fen;
      readonly paidAt: Instant;
    }
  | { readonly kind: "refund-failed"; readonly orderNumber: string; readonly refundNumber: string }
  /** Genuine, and nothing for us to do. */
  | { readonly kind: "nothing" };

export type NoticeReading =
  | { readonly isGenuine: true; readonly notice: Notice }
  | { readonly isGenuine: false; readonly reason: NoticeFault };

export type NoticeFault =
  | "headers-missing"
  | "clock-off"
  | "signature-type-unknown"
  | "serial-unknown"
  | "serial-not-valid-now"
  | "signature-wrong"
  | "signature-probe"
  | "unreadable"
  | "cipher-unknown"
  | "cipher-broken"
  | "other-merchant"
  | "other-app"
  | "other-currency";

export interface NoticeAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export type DayFile =
  | { readonly kind: "lines"; readonly lines: readonly DayLine[] }
  /** The wallet has no account of that day: nothing moved. */
  | { readonly kind: "none" }
  | { readonly kind: "altered" }
  | Refused
  | Silent;

/** One line of a wallet's account of a day. */
export interface DayLine {
  readonly kind: "payment" | "refund";
  readonly orderNumber: string;
  readonly refundNumber?: string;
  /** The wallet's own number: of the payment, or of the refund. */
  readonly reference: string;
  readonly amount: Fen;
  readonly at: Instant;
}

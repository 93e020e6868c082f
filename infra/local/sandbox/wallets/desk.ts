import type { Payment, WalletOrder, WalletRefund } from "./order-book.ts";

export interface DeskRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface DeskReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A notice on its way. */
export interface Letter {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A wallet without its server: the wire in and out, and the payer's hand on it. */
export interface WalletDesk {
  handle(request: DeskRequest): DeskReply;
  /** Somebody scans a code, or opens a page, and pays. */
  pay(content: string): Payment;
  /** The notice of a payment, or of a refund; signed anew each time, as each repetition is. */
  letterOf(order: WalletOrder, refund?: WalletRefund): Letter;
  /** Whether an answer to a notice means that it was taken. */
  isTaken(status: number, body: string): boolean;
}

export const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
export const inYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
export const inFen = (yuan: string): number => {
  const [whole = "0", part = ""] = yuan.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
};

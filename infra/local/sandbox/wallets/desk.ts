import type { Letter } from "../server/notices.ts";
import type { Payment, WalletOrder, WalletRefund } from "./order-book.ts";

export type { Letter };

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

export const walletOperations = ["open", "query", "close", "refund", "refund-query", "day", "file", "notice"] as const;
export type WalletOperation = (typeof walletOperations)[number];

export interface WalletLetter extends Letter {
  readonly body: Buffer<ArrayBuffer>;
}

/** A wallet without its server: the wire in and out, and the payer's hand on it. */
export interface WalletDesk {
  handle(request: DeskRequest): DeskReply;
  /** What a call is about, by one name for both wallets: faults are asked for by it. */
  operationOf(request: DeskRequest): WalletOperation;
  /** Somebody scans a code, or opens a page, and pays. */
  pay(content: string): Payment;
  /** The notice of a payment, or of a refund; signed anew each time, as each repetition is. */
  letterOf(order: WalletOrder, refund?: WalletRefund): WalletLetter;
  /** Whether an answer to a notice means that it was taken. */
  isTaken(status: number, body: string): boolean;
}

export const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
export const inYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
export const inFen = (yuan: string): number => {
  const [whole = "0", part = ""] = yuan.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
};

import type { CalendarDate } from "../../kernel/day.ts";
import type { Fen } from "../../kernel/fen.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PayWay } from "../bill.ts";
import type { DayLine } from "../wallet.ts";

/** Money that we booked on a day, as the wallet's line should read. */
export interface Movement extends DayLine {
  readonly billId: string;
}

/** What an officer can have done about it; each goes through the transitions that a notice goes through. */
export type Repair =
  /** Book the payment; the bill decides whether it pays it or is a surplus that goes back. */
  | "book-payment"
  | "book-refund"
  /** Ask the wallet once more; if it knows of no payment, take the booking back. */
  | "reverse-payment"
  /** Nothing that we could do by ourselves: not our order, or the two sides tell different stories. */
  | "by-hand";

export interface Difference {
  readonly id: string;
  readonly way: PayWay;
  readonly day: CalendarDate;
  readonly kind: "not-booked" | "not-at-wallet" | "amount-differs" | "reference-differs";
  readonly status: "open" | "settled";
  readonly orderNumber: string;
  readonly refundNumber?: string;
  /** What the wallet says, and what we booked. */
  readonly theirs?: Omit<DayLine, "orderNumber" | "refundNumber">;
  readonly ours?: { readonly amount: Fen; readonly reference: string };
  readonly repair: Repair;
  readonly foundAt: Instant;
}

/** How a wallet's day came out when it was last compared. */
export interface ComparedDay {
  readonly way: PayWay;
  readonly day: CalendarDate;
  /** `closed`: both sides agree to the fen. `not-available`: the wallet's account could not be had yet. */
  readonly status: "closed" | "differs" | "not-available";
  readonly lines: number;
  readonly theirs: Fen;
  readonly ours: Fen;
  readonly at: Instant;
}

export interface DifferenceStore {
  keepDay(compared: ComparedDay): Promise<void>;
  readDay(way: PayWay, day: CalendarDate): Promise<ComparedDay | undefined>;
  /** Keeps it, unless it stands on the list already; one that was settled and is back stands there again. */
  add(difference: Difference): Promise<void>;
  read(id: string): Promise<Difference | undefined>;
  settle(difference: Difference): Promise<void>;
  /** The work list, the oldest day first. */
  listOpen(): Promise<readonly Difference[]>;
}

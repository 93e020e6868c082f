import type { CalendarDate } from "../kernel/day.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Bill, PayWay } from "./bill.ts";

/** Where bills are kept. Each method is one call of the table. */
export interface BillStore {
  create(bill: Bill): Promise<"created" | "exists">;
  /** Reads a bill as it stands (consistent), or nothing. */
  read(billId: string): Promise<Bill | undefined>;
  /** Writes a bill over the version it was made from; answers `conflict` when somebody else wrote in between. */
  replace(changed: Bill, expectedVersion: number): Promise<"replaced" | "conflict">;
  /** Ids of bills due at or before `now`, of one shard, the longest due first. */
  listDue(shard: number, now: Instant, limit: number): Promise<readonly string[]>;
  /** Keeps the ids of bills under a name, such as all those of a case. The later list takes the earlier one's place. */
  keepList(name: string, billIds: readonly string[], at: Instant): Promise<void>;
  readList(name: string): Promise<readonly string[]>;
  /**
   * Notes that money of this bill moved through a wallet on this day. Written before the bill's own change, so that no
   * movement is missing from the day; a note whose change never came is harmless, because the bill itself is asked.
   */
  noteMovement(billId: string, movement: MovementNote): Promise<void>;
  /** The bills that have a note on this day, each once, page by page. */
  listMovements(way: PayWay, day: CalendarDate, from?: string): Promise<MovementPage>;
}

export interface MovementNote {
  /** The try's or refund's id. */
  readonly id: string;
  readonly way: PayWay;
  /** By the wallet's clock, in China. */
  readonly day: CalendarDate;
}

export interface MovementPage {
  readonly billIds: readonly string[];
  readonly next?: string;
}

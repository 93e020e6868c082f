import * as z from "zod";
import { eventsAttribute, eventsOf } from "../cases/packing/events.ts";
import { table } from "../cases/table.ts";
import { Instant } from "../kernel/instant.ts";
import { expiresAt, retentions } from "../people/retention.ts";
import type { Bill } from "./bill.ts";
import { billDuePartition, billKey, billShardOf } from "./bill-keys.ts";

/** A bill as an item of the table, with the attributes that the indexes read. It names nobody: its payer is a keyed hash. */
export const toBillItem = ({ events, ...bill }: Bill): Record<string, unknown> => ({
  ...billKey(bill.id),
  ...(bill.due && { duePk: billDuePartition(billShardOf(bill.id)) }),
  ...bill,
  ...eventsAttribute(events),
  ...(bill.status !== "open" && { [table.timeToLive]: expiresAt(retentions.bill, lastBookingOf(bill)) }),
});

/** Money that moves afterwards, such as a refund, is booked, and counts from then. */
const lastBookingOf = ({ issuedAt, entries }: Pick<Bill, "issuedAt" | "entries">): Instant =>
  entries.reduce((last, { at }) => (at > last ? at : last), issuedAt);

export const fromBillItem = (item: Record<string, unknown>): Bill => {
  const bill = StoredBill.parse(item);
  return { ...bill, events: eventsOf(bill.events, bill) } as unknown as Bill;
};

const Fen = z.number().int();

/** What every stored bill has; it strips the keys of table and indexes. The rest was checked when it was made. */
const StoredBill = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  status: z.enum(["open", "paid", "cancelled", "refunded"]),
  caseId: z.string(),
  payer: z.string(),
  party: z.string().optional(),
  issuedAt: Instant,
  dueOn: z.string().optional(),
  items: z.array(z.object({ id: z.string(), tax: z.string(), amount: Fen, reference: z.string() })),
  attempts: z.array(z.object({ id: z.string(), way: z.string(), amount: Fen, status: z.string() }).loose()),
  refunds: z.array(z.object({ id: z.string(), attempt: z.string(), amount: Fen, status: z.string() }).loose()),
  entries: z.array(
    z.object({
      at: Instant,
      cause: z.string(),
      about: z.string(),
      transfers: z.array(z.object({ from: z.string(), to: z.string(), amount: Fen.positive() })),
    }),
  ),
  certificate: z.string().optional(),
  certifyAt: Instant.optional(),
  tellAt: Instant.optional(),
  events: z.unknown().optional(),
  writes: z.array(z.string()),
  due: Instant.optional(),
});

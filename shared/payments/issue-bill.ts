import type { CalendarDate } from "../kernel/day.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { PersonKey } from "../people/person-key.ts";
import { type Bill, type BillItem, billIdPattern } from "./bill.ts";
import type { BillStore } from "./bill-store.ts";
import { writtenBill } from "./change-bill.ts";

export interface BillOrder {
  /** Made from the declaration, so that a repeated order finds the bill it made before. */
  readonly id: string;
  readonly caseId: string;
  /** The taxpayer in law, whoever pays for them. */
  readonly payer: PersonKey;
  /** How the case calls the taxpayer, `seller-1`. */
  readonly party?: string;
  readonly dueOn?: CalendarDate;
  readonly items: readonly BillItem[];
}

/**
 * Issues the bill of one payer from a signed declaration. Harmless when repeated.
 *
 * @throws Refusal bill-differs: there is a bill of this id for other taxes
 */
export const issueBill = async (bills: BillStore, order: BillOrder, now: Instant): Promise<Bill> => {
  if (!billIdPattern.test(order.id)) throw new Error(`No bill number: ${order.id}`);
  if (order.items.length === 0 || order.items.some(({ amount }) => amount <= 0)) {
    throw new Error(`Bill ${order.id} asks for nothing`);
  }
  if (new Set(order.items.map(({ id }) => id)).size < order.items.length) {
    throw new Error(`Bill ${order.id} has two items of one id`);
  }
  const blank: Bill = {
    ...order,
    version: 0,
    status: "open",
    issuedAt: now,
    attempts: [],
    refunds: [],
    entries: [],
    events: [],
    writes: [],
  };
  const issued = writtenBill(blank, [{ type: "issued", at: now }], "issued");
  if ((await bills.create(issued)) === "created") return issued;
  const earlier = await bills.read(order.id);
  if (!earlier) throw new Error(`bill ${order.id} was there and is gone`);
  const isSame = earlier.caseId === order.caseId && listed(earlier.items) === listed(order.items);
  if (!isSame) throw new Refusal("bill-differs", { billId: order.id });
  return earlier;
};

// Not JSON of the items: a table gives fields back in another order.
const listed = (items: readonly BillItem[]): string =>
  items.map(({ id, tax, amount, reference }) => [id, tax, amount, reference].join("\n")).join("\n\n");

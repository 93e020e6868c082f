import { randomBytes } from "node:crypto";
import { attemptOf, type Bill, refundOf } from "./bill.ts";
import type { BillChange } from "./bill-change.ts";
import type { BillStore, MovementNote } from "./bill-store.ts";
import { applyToBill, dueOf } from "./bill-transitions.ts";
import { dayInChina } from "./china-time.ts";

/** So many writers in a row would have to get in between; then something other than bad luck is wrong. */
const mostConflicts = 50;

/**
 * The one way in which a stored bill changes: `decide` looks at the bill as it stands and says what happens to it, or
 * refuses by throwing; the changes go into one conditional write. When another writer was faster, the bill is read
 * again and decided again. A write whose reply was lost finds its own mark and counts as done.
 *
 * @param base the bill as last read or written; saves the first read
 * @returns the bill as written, or as it stands when nothing was left to do
 */
export const changeBill = async (
  bills: BillStore,
  base: Bill,
  decide: (current: Bill) => readonly BillChange[],
): Promise<Bill> => {
  let current = base;
  for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
    const changes = decide(current);
    const mark = randomBytes(6).toString("base64url");
    const changed = writtenBill(current, changes, mark);
    if (changed === current) return current;
    await Promise.all(movementsOf(current, changes).map((note) => bills.noteMovement(current.id, note)));
    if ((await bills.replace(changed, current.version)) === "replaced") return changed;
    const fresh = await bills.read(base.id);
    if (!fresh) throw new Error(`bill ${base.id} was there and is gone`);
    if (fresh.writes.includes(mark)) return fresh;
    current = fresh;
  }
  throw new Error(`bill ${base.id} changed under ${mostConflicts} writes in a row`);
};

/** The bill after these changes, as the next version with this writer's mark; the very same bill when nothing changed. */
export const writtenBill = (current: Bill, changes: readonly BillChange[], mark: string): Bill => {
  const before = { ...current, events: [] };
  const changed = changes.reduce(applyToBill, before);
  if (changed === before) return current;
  const { due: _due, ...rest } = changed;
  const due = dueOf(changed);
  const version = current.version + 1;
  const writes = [...current.writes, mark].slice(-rememberedWrites);
  return { ...rest, version, writes, ...(due !== undefined && { due }) };
};

/** A writer looks for its mark right after its own failed write; this many others may have come since. */
const rememberedWrites = 6;

/** Under which days the money of these changes stands in the wallets' daily bills. */
const movementsOf = (bill: Bill, changes: readonly BillChange[]): readonly MovementNote[] =>
  changes.flatMap((change) => {
    if (change.type === "money-arrived") {
      const attempt = attemptOf(bill, change.attempt);
      const day = dayInChina(change.transaction.paidAt);
      return attempt && attempt.transaction === undefined ? [{ id: attempt.id, way: attempt.way, day }] : [];
    }
    if (change.type === "refund-paid") {
      const refund = refundOf(bill, change.refund);
      const attempt = refund && attemptOf(bill, refund.attempt);
      const day = dayInChina(change.paidAt);
      return refund && attempt && refund.status !== "paid" ? [{ id: refund.id, way: attempt.way, day }] : [];
    }
    return [];
  });

import { fromBillItem, toBillItem } from "./bill-item.ts";
import { billShardOf } from "./bill-keys.ts";
import type { BillStore } from "./bill-store.ts";

type Item = Record<string, unknown>;

/** Bills in memory, as the table keeps them: for tests and benches that ask nothing of a database. */
export const memoryBillStore = (): BillStore => {
  const items = new Map<string, { readonly version: number; readonly due: string | undefined; readonly item: Item }>();
  const lists = new Map<string, readonly string[]>();
  const movements = new Map<string, Set<string>>();
  const put = (bill: Parameters<typeof toBillItem>[0]) =>
    items.set(bill.id, { version: bill.version, due: bill.due, item: structuredClone(toBillItem(bill)) });
  return {
    async create(bill) {
      if (items.has(bill.id)) return "exists";
      put(bill);
      return "created";
    },
    async read(billId) {
      const found = items.get(billId);
      return found && fromBillItem(structuredClone(found.item));
    },
    async replace(changed, expectedVersion) {
      if (items.get(changed.id)?.version !== expectedVersion) return "conflict";
      put(changed);
      return "replaced";
    },
    async listDue(shard, now, limit) {
      const due: { id: string; at: string }[] = [];
      for (const [id, item] of items) {
        if (item.due !== undefined && item.due <= now && billShardOf(id) === shard) due.push({ id, at: item.due });
      }
      due.sort((one, other) => (one.at < other.at ? -1 : 1));
      return due.slice(0, limit).map(({ id }) => id);
    },
    async keepList(name, billIds) {
      lists.set(name, billIds);
    },
    readList: async (name) => lists.get(name) ?? [],
    async noteMovement(billId, { way, day }) {
      const key = `${way} ${day}`;
      const noted = movements.get(key) ?? new Set();
      movements.set(key, noted.add(billId));
    },
    async listMovements(way, day) {
      return { billIds: [...(movements.get(`${way} ${day}`) ?? [])] };
    },
  };
};

import type { Sealing } from "../people/sealing.ts";
import { documentContext, personSortKey } from "./case-item.ts";
import type { CaseStore, Page, PageRequest } from "./case-store.ts";
import { openItem, sealedItem } from "./sealed-item.ts";
import { caseKey, documentKey, duePartition, linkKey, personPartition, queuePartition } from "./table.ts";

type Item = Record<string, unknown>;

/** Cases in memory, as the table keeps them: for tests and benches that ask nothing of a database. */
export const memoryCaseStore = (vault: Sealing): CaseStore => {
  const items = new Map<string, Item>();
  const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  const get = (key: { pk: string; sk: string }): Item | undefined => structuredClone(items.get(nameOf(key)));
  const put = (item: Item) => items.set(nameOf(item as { pk: string; sk: string }), structuredClone(item));

  const page = (partition: Item, sortKey: string, isBackwards: boolean, { limit, from }: PageRequest): Page => {
    const [[name, value] = ["", ""]] = Object.entries(partition);
    const found = [...items.values()]
      .filter((item) => item[name] === value)
      .sort((one, other) => (String(one[sortKey]) < String(other[sortKey]) ? -1 : 1));
    if (isBackwards) found.reverse();
    const start = from === undefined ? 0 : found.findIndex((item) => item[sortKey] === from) + 1;
    const caseIds = found.slice(start, start + limit).map(({ pk }) => String(pk).slice("CASE#".length));
    const last = found[start + limit - 1];
    return found.length > start + limit && last ? { caseIds, next: String(last[sortKey]) } : { caseIds };
  };

  return {
    async create(opened) {
      const item = await sealedItem(opened, vault);
      if (items.has(nameOf(caseKey(opened.id)))) return "exists";
      put(item);
      return "created";
    },
    async read(caseId, known) {
      const item = get(caseKey(caseId));
      return known && item?.version === known.version ? known : item && openItem(item, vault);
    },
    async replace(changed, expectedVersion) {
      const item = await sealedItem(changed, vault);
      if (get(caseKey(changed.id))?.version !== expectedVersion) return "conflict";
      put(item);
      return "replaced";
    },
    async link(opened, person) {
      put({ ...linkKey(opened.id, person), personPk: personPartition(person), personSk: personSortKey(opened) });
    },
    async listDue(shard, now, limit) {
      const due = page({ duePk: duePartition(shard) }, "due", false, { limit });
      return due.caseIds.filter((caseId) => String(get(caseKey(caseId))?.due) <= now);
    },
    listOfPerson: async (person, request) => page({ personPk: personPartition(person) }, "personSk", true, request),
    listQueue: async (queue, request) => page({ queuePk: queuePartition(queue) }, "queueSk", false, request),
    async writeDocument({ id }, name, content) {
      put({ ...documentKey(id, name), content: await vault.seal(content, documentContext(id, name)) });
    },
    async readDocument(caseId, name) {
      const item = get(documentKey(caseId, name));
      return item && vault.open(item.content as Uint8Array, documentContext(caseId, name));
    },
  };
};

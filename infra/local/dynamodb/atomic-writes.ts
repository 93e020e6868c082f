import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import type { ChangeLog } from "./change-log.ts";
import { type Done, dynaliteDatabase, type Item, type Operation, type Store, type Table } from "./dynalite-parts.ts";

/**
 * Makes dynalite's store what DynamoDB is: the item, its index entries and its stream record change together or not at
 * all. By itself dynalite deletes the old index entries, then puts the new ones, then the item, in separate writes; a
 * kill in between leaves a case that its index does not find, and there is no stream.
 *
 * dynalite hands every item write, under the lock of its key, first to `updateIndexes` and then to the item database.
 * Here the first only remembers what it was told, and the second commits all of it as one batch.
 */
export const writeAtomically = (store: Store, log: ChangeLog): void => {
  const databases = new Map<string, ReturnType<Store["getItemDb"]>>();
  const open = store.getItemDb.bind(store);
  store.getItemDb = (tableName) => {
    const known = databases.get(tableName);
    if (known !== undefined) return known;
    const database = open(tableName);
    const write = (key: string, operation: Operation, done: Done) => {
      const { change, indexOperations } = take(tableName, key);
      log.commit([operation, ...indexOperations], change).then(() => done(), done);
    };
    const itemKey = (key: string) => `item-${tableName}~${key}`;
    const atomic = {
      ...database,
      put: (key: string, item: Item, done: Done) => write(key, { type: "put", key: itemKey(key), value: item }, done),
      del: (key: string, done: Done) => write(key, { type: "del", key: itemKey(key) }, done),
    };
    databases.set(tableName, atomic);
    return atomic;
  };

  const prepared = new Map<string, Prepared>();
  notes.set(store, (table, before, after) => {
    const item = after ?? before;
    if (item === undefined) return;
    prepared.set(`${table.TableName}~${dynaliteDatabase.createKey(item, table)}`, prepare(table, before, after));
  });
  const take = (tableName: string, key: string): Prepared => {
    const name = `${tableName}~${key}`;
    const found = prepared.get(name) ?? { indexOperations: [], change: undefined };
    prepared.delete(name);
    return found;
  };
};

interface Prepared {
  readonly indexOperations: readonly Operation[];
  readonly change: Parameters<ChangeLog["commit"]>[1];
}

const notes = new WeakMap<Store, (table: Table, before: Item | undefined, after: Item | null | undefined) => void>();

const updateIndexesByItself = dynaliteDatabase.updateIndexes;
dynaliteDatabase.updateIndexes = (store, table, before, after, done) => {
  const note = notes.get(store);
  if (note === undefined) {
    updateIndexesByItself(store, table, before, after, done);
    return;
  }
  note(table, before, after);
  done();
};

const prepare = (table: Table, before: Item | undefined, after: Item | null | undefined): Prepared => ({
  indexOperations: [
    ...indexOperations("local", table.LocalSecondaryIndexes ?? [], table, before, after),
    ...indexOperations("global", table.GlobalSecondaryIndexes ?? [], table, before, after),
  ],
  change: changeOf(table, before, after ?? undefined),
});

const indexOperations = (
  kind: "local" | "global",
  indexes: readonly unknown[],
  table: Table,
  before: Item | undefined,
  after: Item | null | undefined,
): Operation[] => {
  const { deletes, puts } = dynaliteDatabase.getIndexActions(indexes, before, after, table);
  const entryKey = (index: string, key: string) => `index-${kind}~${table.TableName}~${index}~${key}`;
  return [
    ...deletes.map(({ index, key }) => ({ type: "del" as const, key: entryKey(index, key) })),
    ...puts.map(({ index, key, item }) => ({ type: "put" as const, key: entryKey(index, key), value: item })),
  ];
};

// As the real stream does, a write that changes nothing leaves no record.
const changeOf = (table: Table, before: Item | undefined, after: Item | undefined): Prepared["change"] => {
  const item = after ?? before;
  if (item === undefined || isSame(before, after)) return undefined;
  const keyNames = (table.KeySchema ?? []).map(({ AttributeName }) => AttributeName as string);
  return {
    name: after === undefined ? "REMOVE" : before === undefined ? "INSERT" : "MODIFY",
    keys: Object.fromEntries(keyNames.map((name) => [name, item[name]])) as Item,
    ...(after === undefined ? {} : { image: structuredClone({ ...after }) }),
    atSeconds: Math.floor(Date.now() / 1000),
  };
};

const isSame = (before: Item | undefined, after: Item | undefined): boolean => {
  if (before === undefined || after === undefined) return false;
  const names = Object.keys(before);
  if (names.length !== Object.keys(after).length) return false;
  return names.every((name) => isDeepStrictEqual(plain(before[name]), plain(after[name])));
};

// dynalite makes some values without a prototype, which a strict comparison would take for a difference.
const plain = (value: Item[string] | undefined): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/**
 * dynalite looks up the table and the item for every request, each on a thread of the pool. What it finds lies in memory:
 * waking a thread takes longer than the look-up.
 */
export const lookUpInPlace = ({ db }: Store): void => {
  const lookUp = db.get;
  db.get = (key, done) => {
    if (done === undefined) return lookUp.call(db, key);
    let found: Parameters<Done>;
    try {
      found = [null, db.getSync(key)];
    } catch (error) {
      found = [error as Error];
    }
    queueMicrotask(() => done(...found));
    return undefined;
  };
};

/**
 * dynalite 4 never closes the iterators it reads with, and LevelDB keeps a snapshot for each until the process ends: a
 * host that asks sixteen shards every second leaks thousands an hour.
 */
export const closeIterators = ({ db }: Store): void => {
  db.createValueStream = (range) => Readable.from(db.values(range));
  db.createKeyStream = (range) => Readable.from(db.keys(range));
};

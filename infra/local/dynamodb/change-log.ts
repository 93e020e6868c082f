import type { Item, LevelDatabase, Operation } from "./dynalite-parts.ts";

/** What one committed write did to one item; the raw material of a stream record. */
export interface Change {
  /** Digits of fixed length: sorts as text in the order of the commits. */
  readonly sequence: string;
  readonly name: "INSERT" | "MODIFY" | "REMOVE";
  readonly keys: Item;
  /** The item as it stands after the write; none when it was removed. */
  readonly image?: Item;
  readonly atSeconds: number;
}

/** The changes of one table, kept in the same LevelDB as its items. */
export interface ChangeLog {
  /** Writes the operations and the change in one LevelDB batch: after a crash either all of it is there, or nothing. */
  commit(operations: readonly Operation[], change?: Omit<Change, "sequence">): Promise<void>;
  /** The oldest changes that nobody has acknowledged. */
  read(limit: number): Promise<readonly Change[]>;
  /** Forgets everything up to and with this change; it is never read again. */
  acknowledge(through: string): Promise<void>;
  /** Puts a change aside that no attempt could deliver, so that those behind it can go on. */
  bury(change: Change): Promise<void>;
  buried(): Promise<readonly Change[]>;
  /** Called after each commit that carries a change. */
  onChange(listener: () => void): void;
}

const live = "stream~";
const dead = "stream-dead-letter~";
const checkpoint = "stream-checkpoint";
const end = "\uffff";

// Twenty digits, the first of them always 1, so that text order is number order.
const firstSequence = 10n ** 20n;

interface Waiting {
  readonly operations: readonly Operation[];
  readonly change: Omit<Change, "sequence"> | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export const openChangeLog = async (db: LevelDatabase): Promise<ChangeLog> => {
  let last = await lastSequence(db);
  let waiting: Waiting[] = [];
  let isWriting = false;
  const listeners: (() => void)[] = [];

  // One batch in flight: LevelDB runs batches on several threads, and a reader must never see change 8 while 7 is
  // still on its way, or it would acknowledge past it. Whatever arrives meanwhile goes together in the next batch.
  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const numbered = group.flatMap(({ operations, change }) => {
        if (change === undefined) return operations;
        last += 1n;
        const sequence = last.toString();
        return [...operations, { type: "put" as const, key: live + sequence, value: { sequence, ...change } }];
      });
      try {
        await db.batch(numbered);
        for (const { resolve } of group) resolve();
        if (group.some(({ change }) => change !== undefined)) for (const listener of listeners) listener();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isWriting = false;
  };

  return {
    commit: (operations, change) =>
      new Promise((resolve, reject) => {
        waiting.push({ operations, change, resolve, reject });
        if (!isWriting) void writeWaiting();
      }),
    read: (limit) => collect<Change>(db, { gte: live, lt: live + end, limit }),
    acknowledge: async (through) => {
      const keys: string[] = [];
      for await (const key of db.keys({ gte: live, lte: live + through })) keys.push(key);
      await db.batch([
        ...keys.map((key) => ({ type: "del" as const, key })),
        { type: "put", key: checkpoint, value: through },
      ]);
    },
    bury: (change) => db.batch([{ type: "put", key: dead + change.sequence, value: change }]),
    buried: () => collect<Change>(db, { gte: dead, lt: dead + end }),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
};

// A number must not come again even when every change was acknowledged and forgotten before a restart.
const lastSequence = async (db: LevelDatabase): Promise<bigint> => {
  const [newest] = await collect<Change>(db, { gte: live, lt: live + end, reverse: true, limit: 1 });
  const acknowledged = (await db.get(checkpoint)) as string | undefined;
  const known = [String(firstSequence), acknowledged ?? "", newest?.sequence ?? ""].sort();
  return BigInt(known.at(-1) as string);
};

const collect = async <Value>(db: LevelDatabase, range: Parameters<LevelDatabase["values"]>[0]): Promise<Value[]> => {
  const values: Value[] = [];
  for await (const value of db.values(range)) values.push(value as Value);
  return values;
};

import { calendarDateIn } from "../kernel/calendar-date.ts";
import type { Instant } from "../kernel/instant.ts";

/** Where the look-ups of a day are counted. Each method is one call of the table. */
export interface QuotaStore {
  /** How many of a day's look-ups have been taken, for one operation and one purpose. */
  read(key: QuotaKey): Promise<number>;
  /** Takes up to `taken`, if `expected` still stands. */
  write(key: QuotaKey, taken: number, expected: number): Promise<"written" | "conflict">;
}

export interface QuotaKey {
  /** The bureau's calendar day. */
  readonly day: string;
  /** `civil-affairs/marriages`. */
  readonly operation: string;
  /** The package for which it is looked up. */
  readonly purpose: string;
}

/** What the authorities have agreed to: so many look-ups a day, of each operation for each purpose. */
export interface LookUpQuota {
  /** Takes one look-up of today's. @returns false when the day's are used up */
  take(operation: string, purpose: string, now: Instant): Promise<boolean>;
}

/** Taken from the store at once, so that look-ups need not wait for each other; what a process leaves unused is lost. */
const blockSize = 20;
const mostConflicts = 50;

export const lookUpQuota = (store: QuotaStore, limitOf: (operation: string) => number): LookUpQuota => {
  const inHand = new Map<string, number>();
  const underWay = new Map<string, Promise<boolean>>();

  const takeBlock = async (key: QuotaKey, name: string): Promise<boolean> => {
    const limit = limitOf(key.operation);
    for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
      const expected = await store.read(key);
      const taken = Math.min(limit, expected + blockSize);
      if (taken <= expected) return false;
      if ((await store.write(key, taken, expected)) === "written") {
        inHand.set(name, (inHand.get(name) ?? 0) + taken - expected);
        return true;
      }
    }
    throw new Error(`the look-ups of ${key.operation} were counted under ${mostConflicts} writes in a row`);
  };

  return {
    take: async (operation, purpose, now) => {
      const key = { day: calendarDateIn(now, "Asia/Shanghai"), operation, purpose };
      const name = `${key.day} ${operation} ${purpose}`;
      for (;;) {
        const left = inHand.get(name) ?? 0;
        if (left > 0) {
          inHand.set(name, left - 1);
          return true;
        }
        const block = underWay.get(name) ?? takeBlock(key, name).finally(() => underWay.delete(name));
        underWay.set(name, block);
        if (!(await block)) return false;
      }
    },
  };
};

import type { Case } from "../../../shared/cases/case.ts";
import type { CaseStore } from "../../../shared/cases/case-store.ts";
import { dueShardOf } from "../../../shared/cases/table.ts";

/** Waits until it is this call's turn. */
export type Turn = <Result>(label: string, value: () => Result) => Promise<Result>;

export const immediately: Turn = async (_label, value) => value();

/**
 * One case in memory, whose every version is looked at; each call waits for its turn. What is stored is frozen: whoever
 * has read a version can change nothing of it for anybody else, and a writer who tried would fail.
 */
export const watchedStore = (first: Case | undefined, turn: Turn, look: (version: Case) => void) => {
  let stored = first && frozen(first);
  const store: CaseStore = {
    create: async (opened) => {
      stored = frozen(opened);
      return "created";
    },
    read: () => turn("read", () => stored),
    replace: (changed, expectedVersion) =>
      turn("write", () => {
        if (stored?.version !== expectedVersion) return "conflict";
        stored = frozen(changed);
        look(stored);
        return "replaced";
      }),
    link: async () => {},
    listDue: async (shard, now) =>
      stored?.due && stored.due <= now && dueShardOf(stored.id) === shard ? [stored.id] : [],
    listOfPerson: async () => ({ caseIds: [] }),
    listQueue: async () => ({ caseIds: [] }),
    writeDocument: async () => {},
    readDocument: async () => undefined,
  };
  return { store, now: () => stored };
};

/** What is frozen already was so to its last part: only what a write has made anew is walked through. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

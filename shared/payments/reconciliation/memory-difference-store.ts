import type { ComparedDay, Difference, DifferenceStore } from "./difference.ts";

/** Differences in memory: for tests and benches that ask nothing of a database. */
export const memoryDifferenceStore = (): DifferenceStore => {
  const kept = new Map<string, Difference>();
  const days = new Map<string, ComparedDay>();
  return {
    async keepDay(compared) {
      days.set(`${compared.way} ${compared.day}`, compared);
    },
    readDay: async (way, day) => days.get(`${way} ${day}`),
    async add(difference) {
      if (kept.get(difference.id)?.status !== "open") kept.set(difference.id, difference);
    },
    read: async (id) => kept.get(id),
    async settle(difference) {
      kept.set(difference.id, { ...difference, status: "settled" });
    },
    listOpen: async () =>
      [...kept.values()]
        .filter(({ status }) => status === "open")
        .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  };
};

import type { StoredCell } from "./cell.ts";
import { cellItemKey, cellsPerCall, type FigureStore } from "./figure-store.ts";

/** Figures in memory, with the calls counted that a table would have been asked. */
export const memoryFigureStore = (): FigureStore & {
  readonly calls: { open: number; write: number; read: number };
} => {
  const items = new Map<string, { version: number; cell: StoredCell }>();
  const calls = { open: 0, write: 0, read: 0 };
  const nameOf = (key: Parameters<typeof cellItemKey>[0]) => JSON.stringify(cellItemKey(key));
  return {
    calls,
    async open(keys) {
      calls.open += Math.ceil(keys.length / cellsPerCall);
      return keys.map((key) => items.get(nameOf(key)));
    },
    async write(key, cell, expectedVersion) {
      calls.write += 1;
      if ((items.get(nameOf(key))?.version ?? 0) !== expectedVersion) return "conflict";
      items.set(nameOf(key), { version: expectedVersion + 1, cell });
      return "written";
    },
    async read(keys) {
      calls.read += Math.ceil(keys.length / cellsPerCall);
      return keys.flatMap((key) => {
        const found = items.get(nameOf(key));
        return found ? [{ key, figures: found.cell.figures }] : [];
      });
    },
  };
};

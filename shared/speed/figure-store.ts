import type { CellKey, StoredCell } from "./cell.ts";

/** Where the figures are kept. */
export interface FigureStore {
  /** Cells to be counted into, as they stand; nothing where none is yet. One call for all of them. */
  open(keys: readonly CellKey[]): Promise<readonly (OpenCell | undefined)[]>;
  /** Writes a cell over the version it was made from (0: over nothing). One call. */
  write(key: CellKey, cell: StoredCell, expectedVersion: number): Promise<"written" | "conflict">;
  /** The figures of these cells, where there are any: for reports. One call for each `cellsPerCall` of them. */
  read(keys: readonly CellKey[]): Promise<readonly { readonly key: CellKey; readonly figures: Uint8Array }[]>;
}

export interface OpenCell {
  readonly version: number;
  readonly cell: StoredCell;
}

/** DynamoDB's limit for reading by key. */
export const cellsPerCall = 100;

/**
 * Into how many cells a day's cases of one package and office are spread: it keeps a busy day's items small, and is the
 * factor by which a report reads more than one cell a day. Changing it moves cases to other cells, so that a write
 * counted before would be counted again if it came a second time.
 */
export const shards = 4;

export const shardOf = (caseId: string): number => {
  let sum = 0;
  for (const character of caseId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % shards;
};

/** The partition of an office's package; the prefix is what a function's rights are limited to. */
export const figurePartitionPrefix = "SPEED#";

export const cellItemKey = ({ office, packageId, day, shard }: CellKey) => ({
  pk: `${figurePartitionPrefix}${office}#${packageId}`,
  sk: `${day}#${shard}`,
});

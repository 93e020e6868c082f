import { deflateRawSync, inflateRawSync } from "node:zlib";
import { CountedWrites } from "./counted-writes.ts";
import { Line, type LineKey, readLine, type StoredLine, storedLine } from "./line.ts";
import type { Observation } from "./observations.ts";

/** Whose figures, and which day's. A day's figures lie in a fixed number of cells, each case always in the same one. */
export interface CellKey {
  readonly office: string;
  readonly packageId: string;
  readonly day: string;
  readonly shard: number;
}

/**
 * One cell's figures and the writes that are in them. They are stored in one item by one conditional write, so a write
 * of a case is either in both or in neither.
 */
export class Cell {
  readonly lines = new Map<string, { readonly key: LineKey; readonly line: Line }>();
  readonly #counted: CountedWrites;

  constructor(counted = new CountedWrites()) {
    this.#counted = counted;
  }

  /**
   * Counts what one write of a case told about this cell's day.
   * @returns whether it was new; a write that is in already changes nothing
   */
  count(caseId: string, version: number, observations: readonly Observation[]): boolean {
    if (this.#counted.has(caseId, version)) return false;
    this.#counted.add(caseId, version);
    for (const { key, times, counters = {} } of observations) {
      const line = this.#lineOf(key);
      if (times) line.settle(times);
      for (const [counter, by] of Object.entries(counters)) line.count(counter as keyof typeof counters, by);
    }
    return true;
  }

  toStored(): StoredCell {
    const lines = [...this.lines]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { key, line }]) => storedLine(key, line));
    return { figures: deflateRawSync(JSON.stringify(lines)), counted: this.#counted.toBytes() };
  }

  static fromStored({ figures, counted }: StoredCell): Cell {
    const cell = new Cell(CountedWrites.fromBytes(counted));
    for (const { key, line } of readFigures(figures)) cell.lines.set(nameOf(key), { key, line });
    return cell;
  }

  #lineOf(key: LineKey): Line {
    const name = nameOf(key);
    const known = this.lines.get(name);
    if (known) return known.line;
    const line = new Line();
    this.lines.set(name, { key, line });
    return line;
  }
}

/** What a cell is in the table: compressed, because a write is billed by the size of the whole item. */
export interface StoredCell {
  readonly figures: Uint8Array;
  readonly counted: Uint8Array;
}

/** The lines of a stored cell; reports read no more than these. */
export const readFigures = (figures: Uint8Array): { readonly key: LineKey; readonly line: Line }[] =>
  (JSON.parse(inflateRawSync(figures).toString("utf8")) as StoredLine[]).map((stored) => {
    const [step, channel, authority] = stored.key;
    return { key: { step, channel, authority }, line: readLine(stored) };
  });

const nameOf = ({ step, channel, authority }: LineKey): string => `${step} ${channel} ${authority}`;

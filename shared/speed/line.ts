import { clockNames, type SpeedClock } from "./clocks.ts";
import { Sketch } from "./sketch.ts";

/** What is counted beside the clocks. Of a step: the first group; of a whole case: the second. */
const counterNames = [
  "refused",
  "attempts",
  "asked",
  "left",
  "broken",
  "opened",
  "caseRefused",
  "withdrawn",
  "withoutOfficer",
  "withoutVisit",
  "rated1",
  "rated2",
  "rated3",
  "rated4",
  "rated5",
] as const;

export type Counter = (typeof counterNames)[number];

/** The step of a line that is about whole cases. */
export const wholeCase = "";

/** What a line is about, beside the office, package and day of its cell. */
export interface LineKey {
  /** A step's id, or `wholeCase`. */
  readonly step: string;
  readonly channel: string;
  /** The authority that was called; empty when none was. */
  readonly authority: string;
}

/**
 * The figures of one step (or of whole cases) over one channel and authority. Each settled step, and each completed
 * case, puts one time on every clock.
 */
export class Line {
  settled = 0;
  readonly counters = new Map<Counter, number>();
  readonly clocks = new Map<SpeedClock, Sketch>();

  settle(times: Partial<Record<SpeedClock, number>>): void {
    this.settled += 1;
    for (const clock of clockNames) this.#sketch(clock).record(times[clock] ?? 0);
  }

  count(counter: Counter, by = 1): void {
    if (by !== 0) this.counters.set(counter, (this.counters.get(counter) ?? 0) + by);
  }

  counted(counter: Counter): number {
    return this.counters.get(counter) ?? 0;
  }

  /** The clock's distribution over all that settled. */
  on(clock: SpeedClock): Sketch {
    return this.clocks.get(clock) ?? new Sketch();
  }

  merge(other: Line): void {
    this.settled += other.settled;
    for (const [counter, by] of other.counters) this.count(counter, by);
    for (const [clock, sketch] of other.clocks) this.#sketch(clock).merge(sketch);
  }

  #sketch(clock: SpeedClock): Sketch {
    const known = this.clocks.get(clock);
    if (known) return known;
    const sketch = new Sketch();
    this.clocks.set(clock, sketch);
    return sketch;
  }
}

/** A line as it is stored: clocks that only ever showed zero are left out. */
export interface StoredLine {
  readonly key: readonly [step: string, channel: string, authority: string];
  readonly settled: number;
  readonly counters: Partial<Record<Counter, number>>;
  readonly clocks: Partial<Record<SpeedClock, readonly number[]>>;
}

export const storedLine = ({ step, channel, authority }: LineKey, line: Line): StoredLine => ({
  key: [step, channel, authority],
  settled: line.settled,
  counters: Object.fromEntries(line.counters),
  clocks: Object.fromEntries(
    [...line.clocks]
      .filter(([, sketch]) => sketch.countAboveZero > 0)
      .map(([clock, sketch]) => [clock, sketch.toNumbers()]),
  ),
});

export const readLine = ({ settled, counters, clocks }: StoredLine): Line => {
  const line = new Line();
  line.settled = settled;
  for (const counter of counterNames) line.count(counter, counters[counter] ?? 0);
  for (const clock of clockNames) {
    if (settled > 0) line.clocks.set(clock, Sketch.fromNumbers(clocks[clock] ?? [], settled));
  }
  return line;
};

import imported from "hdr-histogram-js/dist/Int32Histogram.js";

// The one module that we need (the package's index brings a compressor and a WebAssembly copy of it all) is CommonJS
// with a default export, which Node and the bundler hand over inside an object and vitest as it is.
const Histogram =
  (imported as { readonly default?: typeof imported.default }).default ??
  (imported as never as typeof imported.default);

/** Times are kept in tenths of a millisecond, as calls are timed. */
const ticksPerMillisecond = 10;

/** Ten years; what is longer counts as that long. */
const longest = 10 * 366 * 86_400_000 * ticksPerMillisecond;

/** Two significant digits: 128 bins for each doubling. */
const significantDigits = 2;

/**
 * Says which bin a time belongs to and which times a bin stands for. Nothing is recorded in it: it has 5,504 bins, and
 * a step's times of a day fall into a few dozen of them.
 */
const scale = new Histogram(1, longest, significantDigits);

/**
 * A percentile read from a sketch is never below the true one and at most this part of it above (beside the rounding
 * of each time to a tenth of a millisecond), however many sketches it was merged from.
 */
export const relativeError = 1 / 128;

/**
 * A distribution of times that merges without loss: HdrHistogram's bins, those that hold something. Zero is kept apart,
 * because most clocks of most steps show it. All numbers are whole, so that the order of recording cannot matter.
 */
export class Sketch {
  readonly #bins = new Map<number, number>();
  #count = 0;
  #sumTicks = 0;

  get count(): number {
    return this.#count;
  }

  get sumMilliseconds(): number {
    return this.#sumTicks / ticksPerMillisecond;
  }

  get meanMilliseconds(): number {
    return this.#count === 0 ? 0 : this.sumMilliseconds / this.#count;
  }

  /** How many of the recorded times were longer than nothing. */
  get countAboveZero(): number {
    let count = 0;
    for (const each of this.#bins.values()) count += each;
    return count;
  }

  record(milliseconds: number): void {
    const ticks = Math.min(longest, Math.max(0, Math.round(milliseconds * ticksPerMillisecond)));
    this.#count += 1;
    this.#sumTicks += ticks;
    if (ticks > 0) this.#addToBin(scale.countsArrayIndex(ticks), 1);
  }

  merge(other: Sketch): void {
    this.#count += other.#count;
    this.#sumTicks += other.#sumTicks;
    for (const [bin, count] of other.#bins) this.#addToBin(bin, count);
  }

  /**
   * The time that `percent` of the recorded ones do not exceed (nearest rank), within `relativeError`.
   * @returns nothing when nothing was recorded
   */
  percentiles<const Percents extends readonly number[]>(
    percents: Percents,
  ): { [Key in keyof Percents]: number } | undefined {
    if (this.#count === 0) return undefined;
    const sorted = this.#sorted();
    const zeros = this.#count - this.countAboveZero;
    return percents.map((percent) => {
      const rank = Math.ceil((percent * this.#count) / 100);
      let reached = zeros;
      if (rank <= reached) return 0;
      for (const [bin, count] of sorted) {
        reached += count;
        if (rank <= reached) return scale.highestEquivalentValue(scale.valueFromIndex(bin)) / ticksPerMillisecond;
      }
      throw new Error("a sketch holds fewer times than it counts");
    }) as { [Key in keyof Percents]: number };
  }

  /** Which part of the recorded times was at most so long; a bin that reaches beyond counts as longer. */
  shareWithin(milliseconds: number): number {
    if (this.#count === 0) return 0;
    let within = this.#count - this.countAboveZero;
    for (const { to, count } of this.bins()) if (to <= milliseconds * (1 + relativeError)) within += count;
    return within / this.#count;
  }

  /** Every bin that holds something above zero: its shortest and longest time and how many it holds, shortest first. */
  bins(): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
    return this.#sorted().map(([bin, count]) => {
      const value = scale.valueFromIndex(bin);
      return {
        from: scale.lowestEquivalentValue(value) / ticksPerMillisecond,
        to: scale.nextNonEquivalentValue(value) / ticksPerMillisecond,
        count,
      };
    });
  }

  /** As whole numbers for storage: the sum, then each bin's distance from the last one and its count. */
  toNumbers(): number[] {
    let last = 0;
    const numbers = [this.#sumTicks];
    for (const [bin, count] of this.#sorted()) {
      numbers.push(bin - last, count);
      last = bin;
    }
    return numbers;
  }

  /** @param count of all recorded times, those of zero included */
  static fromNumbers([sumTicks = 0, ...bins]: readonly number[], count: number): Sketch {
    const sketch = new Sketch();
    sketch.#count = count;
    sketch.#sumTicks = sumTicks;
    let bin = 0;
    for (let at = 0; at + 1 < bins.length; at += 2) {
      bin += bins[at] ?? 0;
      sketch.#bins.set(bin, bins[at + 1] ?? 0);
    }
    return sketch;
  }

  #addToBin(bin: number, count: number): void {
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + count);
  }

  #sorted(): [number, number][] {
    return [...this.#bins].sort(([one], [other]) => one - other);
  }
}

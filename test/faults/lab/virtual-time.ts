import { seededRandom } from "../../../infra/local/bureau/random.ts";

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const realImmediate = setImmediate;

/**
 * Time that passes only when nobody has anything left to do: it then jumps to the next timer. While a run lasts, timers
 * and chance of the whole process are this time's, so that the same seed gives the same run.
 */
export class VirtualTime {
  now: number;
  readonly #timers = new Map<number, Timer>();
  readonly #random: () => number;
  #order = 0;

  constructor(start: string, seed: number) {
    this.now = Date.parse(start);
    this.#random = seededRandom(seed).next;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#schedule(resolve, milliseconds);
    });
  }

  /** Lets time pass until the work is done. @throws when it waits for something that will never happen */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const restore = this.#takeOver();
    try {
      let isDone = false;
      const result = work();
      const settled = () => {
        isDone = true;
      };
      result.then(settled, settled);
      for (;;) {
        await new Promise((resolve) => realImmediate(resolve));
        if (isDone) return await result;
        const next = this.#next();
        if (!next) throw new Error("everybody waits, and nothing will ever happen");
        this.#timers.delete(next.order);
        this.now = Math.max(this.now, next.at);
        next.run();
      }
    } finally {
      this.#timers.clear();
      restore();
    }
  }

  #next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers.values()) {
      if (!next || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer;
    }
    return next;
  }

  #schedule(run: () => void, milliseconds: number): number {
    this.#order += 1;
    this.#timers.set(this.#order, { at: this.now + Math.max(0, milliseconds), order: this.#order, run });
    return this.#order;
  }

  #takeOver(): () => void {
    const { setTimeout, clearTimeout } = globalThis;
    const { random } = Math;
    const schedule = (run: (...inputs: unknown[]) => void, milliseconds = 0, ...inputs: unknown[]) =>
      this.#schedule(() => run(...inputs), milliseconds);
    globalThis.setTimeout = schedule as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timer: number) => this.#timers.delete(timer)) as unknown as typeof clearTimeout;
    Math.random = this.#random;
    return () => {
      globalThis.setTimeout = setTimeout;
      globalThis.clearTimeout = clearTimeout;
      Math.random = random;
    };
  }
}

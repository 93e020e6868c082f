import { type Instant, toInstant, toMilliseconds } from "../../../shared/kernel/instant.ts";

/** Time that passes only when everybody waits for it: days of a case in a millisecond, to the exact millisecond. */
export class VirtualTime {
  #now: number;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  constructor(start: Instant) {
    this.#now = toMilliseconds(start);
  }

  readonly read = (): Instant => toInstant(this.#now);

  get milliseconds(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#sleepers.push({ at: this.#now + milliseconds, wake: resolve });
    this.#sleepers.sort((one, other) => one.at - other.at);
    return promise;
  }

  /** Lets time pass until this is done, from one sleeper's waking to the next. */
  async until<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => {});
    for (;;) {
      // Whoever does not sleep has come as far as they can without time passing.
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return done;
      const next = this.#sleepers.shift();
      if (!next) continue;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
  }

  pass(milliseconds: number): Promise<void> {
    return this.until(this.sleep(milliseconds));
  }
}

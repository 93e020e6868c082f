export interface BreakerPolicy {
  /** Opens after so many failed calls in a row. */
  readonly failures: number;
  /** Stays open so long; then one call probes while the others still wait. */
  readonly restMilliseconds: number;
}

/** Keeps a process from knocking at an authority that does not answer. `now` is a monotonic clock in milliseconds. */
export class Breaker {
  readonly #policy: BreakerPolicy;
  readonly #now: () => number;
  #failuresInARow = 0;
  #openUntil: number | undefined;
  #isProbing = false;

  constructor(policy: BreakerPolicy, now: () => number) {
    this.#policy = policy;
    this.#now = now;
  }

  /** Whether a call may go out now. Once the rest is over the first to ask becomes the probe. */
  admits(): boolean {
    if (this.#openUntil === undefined) return true;
    if (this.#isProbing || this.#now() < this.#openUntil) return false;
    this.#isProbing = true;
    return true;
  }

  noteAnswer(): void {
    this.#failuresInARow = 0;
    this.#openUntil = undefined;
    this.#isProbing = false;
  }

  noteSilence(): void {
    this.#failuresInARow += 1;
    this.#isProbing = false;
    if (this.#failuresInARow >= this.#policy.failures) this.#openUntil = this.#now() + this.#policy.restMilliseconds;
  }
}

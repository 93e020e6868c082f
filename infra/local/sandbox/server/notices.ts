import type { Faults, FaultyId } from "./faults.ts";

/** What is posted. */
export interface Letter {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer<ArrayBuffer>;
}

/** A late answer, or a wallet's notice, on its way. */
export interface Notice {
  readonly authority: FaultyId;
  readonly operation: string;
  readonly key: string;
  /** Written anew for every attempt. */
  readonly letter: () => Letter;
  /** Whether the answer means that it was taken; otherwise it comes again. */
  readonly isTaken: (status: number, body: string) => boolean;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly onDelivered: () => void;
}

const firstPauseMilliseconds = 250;
const longestPauseMilliseconds = 15_000;

/** Posts late answers and notices until each is taken, however long that takes. */
export class Notices {
  readonly #faults: Faults;
  readonly #clock: () => number;
  readonly #waiting = new Map<Notice, { timer: NodeJS.Timeout | undefined; attempts: number }>();
  readonly #stopping = new AbortController();
  #isHeld = false;

  constructor(faults: Faults, clock: () => number) {
    this.#faults = faults;
    this.#clock = clock;
  }

  add(notice: Notice): void {
    const entry = { timer: undefined, attempts: 0 };
    this.#waiting.set(notice, entry);
    const isLost = this.#faults.takeForNotice(notice.authority, notice.operation);
    if (this.#isHeld || isLost?.mode === "lost-notice") return;
    this.#schedule(notice, notice.dueAt - this.#clock());
    if (isLost?.mode === "repeated-notice") {
      const again = { ...notice, onDelivered: () => {} };
      this.#waiting.set(again, { timer: undefined, attempts: 0 });
      this.#schedule(again, notice.dueAt - this.#clock());
    }
  }

  /** While held, late answers wait for `release`. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) for (const entry of this.#waiting.values()) clearTimeout(entry.timer);
    else this.release();
  }

  /** Sends what waits, now: all of it, or one key's. */
  release(key?: string): void {
    for (const notice of this.#waiting.keys()) if (key === undefined || notice.key === key) this.#schedule(notice, 0);
  }

  list(): readonly { authority: FaultyId; operation: string; key: string; attempts: number }[] {
    return [...this.#waiting].map(([{ authority, operation, key }, { attempts }]) => ({
      authority,
      operation,
      key,
      attempts,
    }));
  }

  stop(): void {
    this.#stopping.abort();
    for (const entry of this.#waiting.values()) clearTimeout(entry.timer);
    this.#waiting.clear();
  }

  #schedule(notice: Notice, milliseconds: number): void {
    const entry = this.#waiting.get(notice);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.#deliver(notice), Math.max(0, Math.min(milliseconds, 2 ** 31 - 1)));
  }

  async #deliver(notice: Notice): Promise<void> {
    const entry = this.#waiting.get(notice);
    if (entry === undefined) return;
    entry.attempts += 1;
    const isTaken = await this.#post(notice);
    if (!this.#waiting.has(notice)) return;
    if (isTaken) {
      this.#waiting.delete(notice);
      notice.onDelivered();
      return;
    }
    this.#schedule(
      notice,
      Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** Math.min(entry.attempts, 8)),
    );
  }

  async #post(notice: Notice): Promise<boolean> {
    try {
      const { url, headers, body } = notice.letter();
      const response = await fetch(url, {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(10_000)]),
      });
      return notice.isTaken(response.status, await response.text());
    } catch {
      return false;
    }
  }
}

import type { DeskReply } from "../authority.ts";

export interface Act {
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly reply: DeskReply;
  readonly reference: string;
}

export interface ActCount {
  readonly operation: string;
  readonly key: string;
  /** How often it was really done: more than once is an error of ours. */
  readonly effects: number;
  /** Calls under the same key that got the first answer again. */
  readonly repeats: number;
  /** Repeats whose request was another one: also an error, of the caller's. */
  readonly differing: number;
}

/** What was done under each business key. Effects are counted where they happen, not by key, so that a double shows. */
export class Acts {
  readonly #acts = new Map<string, Act & { effects: number; repeats: number; differing: number }>();

  find(operation: string, key: string): Act | undefined {
    return this.#acts.get(`${operation} ${key}`);
  }

  noteEffect(act: Act): void {
    const known = this.#acts.get(`${act.operation} ${act.key}`);
    if (known) known.effects += 1;
    else this.#acts.set(`${act.operation} ${act.key}`, { ...act, effects: 1, repeats: 0, differing: 0 });
  }

  noteRepeat(operation: string, key: string, isSame: boolean): void {
    const known = this.#acts.get(`${operation} ${key}`);
    if (!known) return;
    known.repeats += 1;
    if (!isSame) known.differing += 1;
  }

  count(): readonly ActCount[] {
    return [...this.#acts.values()].map(({ operation, key, effects, repeats, differing }) => ({
      operation,
      key,
      effects,
      repeats,
      differing,
    }));
  }
}

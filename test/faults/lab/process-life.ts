import type { Call, Fate } from "./fate.ts";

/** What the process would have heard, had it lived. */
const never = new Promise<never>(() => {});

export class ProcessDied extends Error {}

/** Numbers the calls of a run, whichever process makes them. */
export class Calls {
  readonly #fate: Fate;
  #made = 0;
  readonly byPlace = new Map<Call["place"], number>();
  readonly struck = new Map<string, number>();
  /** Numbers of the calls that ask an index, which may lag. */
  readonly indexCalls = new Set<number>();
  /** Numbers of the calls that change nothing: whether they were heard is all that can be different. */
  readonly reads = new Set<number>();

  constructor(fate: Fate) {
    this.#fate = fate;
  }

  get made(): number {
    return this.#made;
  }

  next(place: Call["place"], name: string, readsOnly: boolean) {
    this.#made += 1;
    if (readsOnly) this.reads.add(this.#made);
    this.byPlace.set(place, (this.byPlace.get(place) ?? 0) + 1);
    if (name.startsWith("list-")) this.indexCalls.add(this.#made);
    const mishap = this.#fate({ number: this.#made, place, name });
    if (mishap) this.struck.set(mishap, (this.struck.get(mishap) ?? 0) + 1);
    return mishap;
  }
}

export interface CallOptions<Result> {
  readonly broken: () => Result;
  /** What an index that lags would answer. */
  readonly stale?: () => Promise<Result>;
  /** The call changes nothing wherever it goes. */
  readonly readsOnly?: boolean;
}

/** One life of a process: it may end at any call to the outside, and then nothing of it goes on. */
export class ProcessLife {
  readonly #calls: Calls;
  #die!: () => void;
  isOver = false;
  /** Rejects when the life is over. */
  readonly ended: Promise<never>;

  constructor(calls: Calls) {
    this.#calls = calls;
    this.ended = new Promise((_, reject) => {
      this.#die = () => {
        this.isOver = true;
        reject(new ProcessDied());
      };
    });
    this.ended.catch(() => {});
  }

  /** Makes a call as fate allows. */
  async call<Result>(
    place: Call["place"],
    name: string,
    make: () => Promise<Result>,
    { broken, stale, readsOnly = false }: CallOptions<Result>,
  ): Promise<Result> {
    if (this.isOver) return never;
    switch (this.#calls.next(place, name, readsOnly)) {
      case "dies-before":
        this.#die();
        return never;
      case "dies-after":
        await make();
        this.#die();
        return never;
      case "lost-answer":
        await make();
        return this.#heard(broken());
      case "refused":
        return this.#heard(broken());
      case "repeated":
        await make();
        return this.#heard(await make());
      case "stale":
        return this.#heard(await (stale ?? make)());
      default:
        return this.#heard(await make());
    }
  }

  #heard<Result>(result: Result): Result | Promise<never> {
    return this.isOver ? never : result;
  }
}

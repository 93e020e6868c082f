import type { World } from "../../shared/actions/world.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";

/**
 * A life of a process that ends at one of its input/output points: there it freezes for good, before the call or after
 * the call took effect and before its answer arrived. Points are counted in the order in which they are reached.
 */
export class Life {
  readonly #endsAt: number;
  #reached = 0;
  #end!: () => void;
  /** Settles when the life has ended. */
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor(endsAt: number) {
    this.#endsAt = endsAt;
  }

  get points(): number {
    return this.#reached;
  }

  async point(): Promise<void> {
    this.#reached += 1;
    if (this.#reached < this.#endsAt) return;
    this.#end();
    await new Promise(() => {});
  }

  async around<Result>(call: () => Promise<Result>): Promise<Result> {
    await this.point();
    const result = await call();
    await this.point();
    return result;
  }
}

/** The same world, lived in this life: every call of its store and its authorities is a point. */
export const livedIn = <W extends World>(world: W, life: Life): W => {
  const cases = Object.fromEntries(
    Object.entries(world.cases).map(([name, method]) => [
      name,
      (...inputs: unknown[]) => life.around(() => (method as (...all: unknown[]) => Promise<unknown>)(...inputs)),
    ]),
  ) as unknown as CaseStore;
  const call: World["call"] = (operation, request, options) =>
    life.around(() => world.call(operation, request, options));
  return { ...world, cases, call };
};

import { type Clock, toMilliseconds } from "../../kernel/instant.ts";
import type { KeyProvider } from "./key-provider.ts";
import { type KeptKeys, type KeyStore, ring } from "./key-store.ts";

/** An instance knows a root for so long; then the key service is asked again, and its log tells of it. */
export const rootsKeptSeconds = 3600;

interface Parts {
  readonly store: KeyStore;
  readonly provider: KeyProvider;
  readonly bureau: string;
  readonly clock: Clock;
}

export interface Root {
  readonly generation: number;
  readonly root: Uint8Array;
}

/** The roots of a bureau's ring, each unwrapped once an hour by an instance that needs it. */
export const keyRoots = ({ store, provider, bureau, clock }: Parts) => {
  let kept: KeptKeys | undefined;
  let until = 0;
  const unwrapped = new Map<number, Promise<Uint8Array>>();

  const learn = (found: KeptKeys | undefined): void => {
    // What several read at once is the same: what is being unwrapped goes on.
    if (!found || (areKnown() && kept?.version === found.version)) return;
    kept = found;
    until = toMilliseconds(clock()) + rootsKeptSeconds * 1000;
    unwrapped.clear();
  };
  const areKnown = (): boolean => kept !== undefined && until > toMilliseconds(clock());

  const unwrap = (generation: number): Promise<Uint8Array> | undefined => {
    const wrapped = kept?.wrapped[generation];
    if (!wrapped) return undefined;
    const asked =
      unwrapped.get(generation) ??
      // One that could not be unwrapped is tried again by whoever needs it next.
      provider.unwrap(wrapped.bytes, { bureau, generation }).catch((error: unknown) => {
        unwrapped.delete(generation);
        throw error;
      });
    unwrapped.set(generation, asked);
    return asked;
  };

  const read = async (): Promise<void> => learn((await store.read([ring])).get(ring));

  /** @throws Error for a root that is nowhere */
  const get = async (generation: number): Promise<Uint8Array> => {
    if (!areKnown() || !kept?.wrapped[generation]) await read();
    const root = await unwrap(generation);
    if (!root) throw new Error(`root ${generation} of the key ring is lost`);
    return root;
  };

  /** The root that wraps what is made now; the first instance of a bureau makes the first. */
  const present = async (): Promise<Root> => {
    if (!areKnown()) await read();
    for (;;) {
      if (kept && kept.generation > 0) return { generation: kept.generation, root: await get(kept.generation) };
      // Whoever else has made one meanwhile: what stands is read.
      await withNewRoot({ store, provider, bureau }, kept);
      await read();
    }
  };

  return { learn, areKnown, get, present };
};

/** Adds a root to a ring: from now on it wraps what is made. What former ones wrapped still opens. */
export const withNewRoot = async (
  { store, provider, bureau }: Omit<Parts, "clock">,
  former: KeptKeys | undefined,
): Promise<"written" | "conflict"> => {
  const generation = (former?.generation ?? 0) + 1;
  const { wrapped } = await provider.make({ bureau, generation });
  return store.write(ring, {
    version: (former?.version ?? 0) + 1,
    generation,
    wrapped: { ...former?.wrapped, [generation]: { under: 0, bytes: wrapped } },
  });
};

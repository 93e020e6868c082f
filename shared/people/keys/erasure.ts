import type { Instant } from "../../kernel/instant.ts";
import type { PersonKey } from "../person-key.ts";
import type { KeptKeys, KeyStore } from "./key-store.ts";

/** Writes over a person's keys as they stand, however often others write meanwhile; nothing where there are none. */
const change = async (
  store: KeyStore,
  person: PersonKey,
  changed: (kept: KeptKeys) => KeptKeys,
): Promise<KeptKeys | undefined> => {
  for (;;) {
    const kept = (await store.read([person])).get(person);
    if (!kept) return undefined;
    const next = { ...changed(kept), version: kept.version + 1 };
    if ((await store.write(person, next)) === "written") return next;
  }
};

/**
 * The first step of an erasure: the present key opens still and seals no more; what is written from now on, or by an
 * instance that knows of it, is sealed under the next. Undone by the same call.
 */
export const withClosing = (store: KeyStore, person: PersonKey, isClosing: boolean): Promise<KeptKeys | undefined> =>
  change(store, person, ({ isClosing: _, ...kept }) => (isClosing ? { ...kept, isClosing } : kept));

/**
 * The last step: a person's keys up to a generation are destroyed, for ever. The item stays as the proof.
 * @param upTo the generation that was present when the erasure began; a key made since stays
 */
export const destroyed = (
  store: KeyStore,
  person: PersonKey,
  upTo: number,
  now: Instant,
): Promise<KeptKeys | undefined> =>
  change(store, person, ({ isClosing: _, ...kept }) => ({
    ...kept,
    wrapped: Object.fromEntries(Object.entries(kept.wrapped).filter(([generation]) => Number(generation) > upTo)),
    erasedAt: now,
  }));

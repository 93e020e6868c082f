import * as z from "zod";
import type { PersonKey } from "../person-key.ts";

/** Keys lie in the one table under this prefix; rights of functions are limited to it. */
export const keyPartitionPrefix = "KEY#";

/** Whose keys: a person's, by keyed hash, or the ring's own, under which those of the persons are wrapped. */
export type KeyOwner = PersonKey | typeof ring;
export const ring = "ring";

export const keyItemKey = (owner: KeyOwner) => ({ pk: `${keyPartitionPrefix}${owner}`, sk: "KEY" });

/**
 * One owner's keys, by generation. A generation that is no longer here was destroyed: numbers are never given twice, so
 * that a key made later cannot pass for it.
 */
export const KeptKeys = z.object({
  /** Counts the writes. */
  version: z.int().positive(),
  /** The last that was made. */
  generation: z.int().min(0),
  /** `under`: the generation of the ring that wraps it; 0, the key provider. */
  wrapped: z.record(
    z.string(),
    z.object({ under: z.int().min(0), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  /** It still opens, and seals nothing any more: an erasure is under way. */
  isClosing: z.boolean().optional(),
  /** When the last erasure was; the item then stays as the proof that a key is gone, and not lost. */
  erasedAt: z.string().optional(),
  /** Seconds since 1970. The ring's own have no end. */
  expiresAt: z.int().optional(),
});
export type KeptKeys = z.infer<typeof KeptKeys>;

export interface KeyStore {
  /** In one call, as they stand (consistent). */
  read(owners: readonly KeyOwner[]): Promise<ReadonlyMap<KeyOwner, KeptKeys>>;
  /** Writes over the version that was read; version 1: over nothing. */
  write(owner: KeyOwner, keys: KeptKeys): Promise<"written" | "conflict">;
}

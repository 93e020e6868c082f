import type { KeptKeys, KeyOwner, KeyStore } from "./key-store.ts";

/** Wrapped keys in memory, for tests. `items` is for tests that look, lose and tamper. */
export const memoryKeyStore = (items: Map<KeyOwner, KeptKeys> = new Map()): KeyStore => ({
  read: async (owners) =>
    new Map(
      owners.flatMap((owner) => {
        const keys = items.get(owner);
        return keys ? [[owner, structuredClone(keys)] as const] : [];
      }),
    ),
  write: async (owner, keys) => {
    if ((items.get(owner)?.version ?? 0) !== keys.version - 1) return "conflict";
    items.set(owner, structuredClone(keys));
    return "written";
  },
});

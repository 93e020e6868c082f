import { hkdfSync, randomBytes } from "node:crypto";
import { readBureauSecret } from "../../kernel/bureau-secret.ts";
import { close, keyBytes, unclose } from "../aes-gcm.ts";

/** To which ring, and which of its roots, a wrapped root belongs: it opens nowhere else. */
export interface RootContext {
  readonly bureau: string;
  readonly generation: number;
}

/** Who guards the root of the key ring: a key service in the cloud, the bureau's secret on a laptop. */
export interface KeyProvider {
  /** A new random root, bare and as it is kept. */
  make(context: RootContext): Promise<{ readonly root: Uint8Array; readonly wrapped: Uint8Array }>;
  /** @throws Error for what was wrapped elsewhere or for another context */
  unwrap(wrapped: Uint8Array, context: RootContext): Promise<Uint8Array>;
  /** The same root wrapped anew; nothing when it is as it should be. */
  rewrapped(wrapped: Uint8Array, context: RootContext): Promise<Uint8Array | undefined>;
}

/** Guards with the bureau's sealing keys: the first wraps, every one of them opens. */
export const localKeyProvider = (secret: string): KeyProvider => {
  const keys = readBureauSecret(secret).sealing.map(
    (each) => new Uint8Array(hkdfSync("sha256", each, "one-window", "key-ring-v1", keyBytes)),
  );
  const wrap = (root: Uint8Array, context: RootContext) => close(keys[0] as Uint8Array, root, placeOf(context));
  const open = (
    wrapped: Uint8Array,
    context: RootContext,
  ): { readonly root: Uint8Array; readonly isPresent: boolean } => {
    for (const [index, key] of keys.entries()) {
      try {
        return { root: unclose(key, wrapped, placeOf(context)), isPresent: index === 0 };
      } catch {
        // Wrapped under a former key, or under none of ours.
      }
    }
    throw new Error("no key of the bureau unwraps this root");
  };
  return {
    async make(context) {
      const root = randomBytes(keyBytes);
      return { root, wrapped: wrap(root, context) };
    },
    unwrap: async (wrapped, context) => open(wrapped, context).root,
    async rewrapped(wrapped, context) {
      const { root, isPresent } = open(wrapped, context);
      return isPresent ? undefined : wrap(root, context);
    },
  };
};

const placeOf = ({ bureau, generation }: RootContext): string => `root/${bureau}/${generation}`;

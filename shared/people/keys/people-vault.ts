import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import { close, unclose } from "../aes-gcm.ts";
import type { KeyedHash } from "../keyed-hash.ts";
import type { PersonKey } from "../person-key.ts";
import type { Sealing } from "../sealing.ts";
import type { Vault } from "../vault.ts";
import { conceal, reveal } from "./conceal.ts";
import { erasedNumber, erasedWords } from "./erased.ts";
import type { DataKey, KeyReference, KeyRing } from "./key-ring.ts";

/** What the bureau's vault holds where a value is about people: their envelopes, each under its person's key, and the rest. */
const Enveloped = z.strictObject({
  envelopes: z.array(z.strictObject({ of: z.string(), generation: z.int().positive(), sealed: z.base64() })).min(1),
  rest: z.unknown(),
});
type Enveloped = z.infer<typeof Enveloped>;

/**
 * Seals whatever identifies a natural person under that person's own key, and all of it under the bureau's. Without the
 * person's key the rest opens still, and says in words that somebody was erased.
 */
export const peopleVault = ({
  vault,
  keys,
  hash,
}: {
  readonly vault: Vault;
  readonly keys: KeyRing;
  readonly hash: KeyedHash;
}): Sealing => ({
  async seal(value, context) {
    const { rest, taken } = conceal(value, hash);
    if (taken.size === 0) return vault.seal(value, context);
    const own = await keys.toSeal([...taken.keys()]);
    const envelopes = [...taken].map(([of, texts]) => {
      const { generation, key } = own.get(of) as DataKey;
      const closed = close(key, packed(texts), envelopeContext(context, of));
      return { of, generation, sealed: closed.toString("base64") };
    });
    return vault.seal({ envelopes, rest } satisfies Enveloped, context);
  },
  async open(sealed, context) {
    const opened = vault.open(sealed, context);
    const enveloped = envelopedIn(opened);
    if (!enveloped) return opened;
    const own = await keys.toOpen(referencesIn(enveloped));
    const texts = enveloped.envelopes.map((envelope) => {
      const of = envelope.of as PersonKey;
      const key = own.get(of);
      if (key === undefined) throw new Error("a key that was asked for did not come");
      if (key === "erased") {
        return (place: number) => (place === 0 ? erasedNumber(of) : erasedWords);
      }
      const list = unpacked(unclose(key.key, Buffer.from(envelope.sealed, "base64"), envelopeContext(context, of)));
      return (place: number) => list[place] as string;
    });
    return reveal(enveloped.rest, texts);
  },
});

/** Names and numbers do not get shorter, and deflating costs more than sealing them; a file is another matter. */
const deflatedFrom = 1024;

/** The first byte says whether the rest is deflated. */
const packed = (texts: readonly string[]): Buffer => {
  const plain = Buffer.from(JSON.stringify(texts));
  const isDeflated = plain.length >= deflatedFrom;
  return Buffer.concat([Uint8Array.of(isDeflated ? 1 : 0), isDeflated ? deflateRawSync(plain) : plain]);
};

const unpacked = (bytes: Buffer): readonly string[] => {
  const rest = bytes.subarray(1);
  return JSON.parse((bytes[0] === 1 ? inflateRawSync(rest) : rest).toString("utf8")) as readonly string[];
};

/** Whose keys sealed what a value of the bureau's vault holds. */
export const peopleSealedIn = (opened: unknown): readonly KeyReference[] => {
  const enveloped = envelopedIn(opened);
  return enveloped ? referencesIn(enveloped) : [];
};

/** What was sealed before people had keys of their own has no envelopes. */
const envelopedIn = (opened: unknown): Enveloped | undefined =>
  typeof opened === "object" && opened !== null && "envelopes" in opened ? Enveloped.parse(opened) : undefined;

const referencesIn = ({ envelopes }: Enveloped): readonly KeyReference[] =>
  envelopes.map(({ of, generation }) => ({ person: of as PersonKey, generation }));

/** An envelope opens in its place and for its person alone. */
const envelopeContext = (context: string, of: PersonKey): string => `${context}/of/${of}`;

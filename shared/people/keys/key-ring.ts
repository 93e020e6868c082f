import { randomBytes } from "node:crypto";
import { type Clock, toMilliseconds } from "../../kernel/instant.ts";
import { close, keyBytes, unclose } from "../aes-gcm.ts";
import type { PersonKey } from "../person-key.ts";
import { expiresAt, retentions } from "../retention.ts";
import type { KeyProvider } from "./key-provider.ts";
import { keyRoots } from "./key-roots.ts";
import { type KeptKeys, type KeyOwner, type KeyStore, ring } from "./key-store.ts";

/** A person's data key: AES-256, random, in the clear only here. */
export interface DataKey {
  readonly generation: number;
  readonly key: Uint8Array;
}

/** Which of a person's keys something was sealed under. */
export interface KeyReference {
  readonly person: PersonKey;
  readonly generation: number;
}

/** The data key of each natural person, loaded in one read for as many as are asked for. */
export interface KeyRing {
  /** The key that seals for each; who has none, or whose own is being destroyed, is given a new one. */
  toSeal(people: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, DataKey>>;
  /**
   * The very keys that sealed; `erased` for those that were destroyed.
   * @throws Error for a key that is neither here nor noted as destroyed: it was lost, and nothing is written over that
   */
  toOpen(references: readonly KeyReference[]): Promise<ReadonlyMap<PersonKey, DataKey | "erased">>;
}

/** A person's key is believed for so long: an erasure waits for the end of it. */
export const keysKeptSeconds = 60;
const peopleKept = 2_000;

/** A key outlives what it sealed: the longest period, and what a deletion by the table may be late. */
const lateDays = 30;
/** It is not written anew with each case of its person, but once a year. */
const aheadDays = 366;

interface Parts {
  readonly store: KeyStore;
  readonly provider: KeyProvider;
  /** Whose ring: a root of one bureau opens nothing of another's. */
  readonly bureau: string;
  readonly clock: Clock;
}

interface Known {
  readonly kept: KeptKeys;
  readonly until: number;
}

/** The ring over a store of wrapped keys; what it opened it believes for a minute, and the root for an hour. */
export const keyRing = ({ store, provider, bureau, clock }: Parts): KeyRing => {
  const roots = keyRoots({ store, provider, bureau, clock });
  const known = new Map<PersonKey, Known>();

  const remember = (person: PersonKey, kept: KeptKeys): KeptKeys => {
    known.delete(person);
    known.set(person, { kept, until: toMilliseconds(clock()) + keysKeptSeconds * 1000 });
    const [oldest] = known.keys();
    if (known.size > peopleKept && oldest !== undefined) known.delete(oldest);
    return kept;
  };

  /** Reads what is not known, in one call; the ring's own item comes along while that is not known either. */
  const load = async (people: readonly PersonKey[], isEnough: (person: PersonKey, kept: KeptKeys) => boolean) => {
    const now = toMilliseconds(clock());
    const found = new Map<PersonKey, KeptKeys>();
    for (const person of people) {
      const each = known.get(person);
      if (each && each.until > now && isEnough(person, each.kept)) found.set(person, each.kept);
    }
    const lacking: KeyOwner[] = people.filter((person) => !found.has(person));
    if (lacking.length === 0) return found;
    const read = await store.read(roots.areKnown() ? lacking : [...lacking, ring]);
    roots.learn(read.get(ring));
    for (const [owner, kept] of read) if (owner !== ring) found.set(owner, remember(owner, kept));
    return found;
  };

  const keyOf = async (person: PersonKey, kept: KeptKeys, generation: number): Promise<DataKey | undefined> => {
    const wrapped = kept.wrapped[generation];
    if (!wrapped) return undefined;
    const root = await roots.get(wrapped.under);
    return { generation, key: unclose(root, wrapped.bytes, keyContext(bureau, person, generation)) };
  };

  const seals = (kept: KeptKeys): boolean =>
    !kept.isClosing && kept.wrapped[kept.generation] !== undefined && !endsTooSoon(kept);
  const endsTooSoon = ({ expiresAt: end = 0 }: KeptKeys): boolean => end < endAfter(lateDays);
  const endAfter = (days: number): number => expiresAt(retentions.finishedCase, clock()) + days * 86_400;

  /** Makes the key that a person lacks, or lets theirs live longer. */
  const renewed = async (person: PersonKey, former: KeptKeys | undefined): Promise<KeptKeys | undefined> => {
    const end = endAfter(lateDays + aheadDays);
    const version = (former?.version ?? 0) + 1;
    const isUsable = former && !former.isClosing && former.wrapped[former.generation] !== undefined;
    if (isUsable) return written(person, { ...former, version, expiresAt: end });
    const generation = (former?.generation ?? 0) + 1;
    const present = await roots.present();
    const bytes = close(present.root, randomBytes(keyBytes), keyContext(bureau, person, generation));
    const { isClosing: _, ...rest } = former ?? { wrapped: {} };
    const wrapped = { ...rest.wrapped, [generation]: { under: present.generation, bytes } };
    return written(person, { ...rest, version, generation, wrapped, expiresAt: end });
  };
  const written = async (person: PersonKey, kept: KeptKeys): Promise<KeptKeys | undefined> =>
    (await store.write(person, kept)) === "written" ? remember(person, kept) : undefined;

  return {
    async toSeal(people) {
      const found = new Map<PersonKey, DataKey>();
      for (let left = [...new Set(people)]; left.length > 0; ) {
        const kept = await load(left, (_, each) => seals(each));
        await Promise.all(
          left.map(async (person) => {
            const own = kept.get(person);
            const sealing = own && seals(own) ? own : await renewed(person, own);
            const key = sealing && (await keyOf(person, sealing, sealing.generation));
            if (key) found.set(person, key);
            // Somebody else has just written it: it is read again.
            else known.delete(person);
          }),
        );
        left = left.filter((person) => !found.has(person));
      }
      return found;
    },
    async toOpen(references) {
      const generations = new Map(references.map(({ person, generation }) => [person, generation]));
      const kept = await load(
        [...generations.keys()],
        (person, { generation }) => generation >= (generations.get(person) ?? 0),
      );
      const opened = references.map(async ({ person, generation }) => {
        const own = kept.get(person);
        if (!own || own.generation < generation) throw new Error("a person's key is lost: it was not destroyed");
        return [person, (await keyOf(person, own, generation)) ?? "erased"] as const;
      });
      return new Map(await Promise.all(opened));
    },
  };
};

/** Binds a wrapped key to its bureau, its person and its generation. */
export const keyContext = (bureau: string, person: PersonKey, generation: number): string =>
  `person-key/${bureau}/${person}/${generation}`;

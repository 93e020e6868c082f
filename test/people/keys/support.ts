import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import { localKeyProvider } from "../../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../../shared/people/keys/key-ring.ts";
import type { KeptKeys, KeyOwner } from "../../../shared/people/keys/key-store.ts";
import { memoryKeyStore } from "../../../shared/people/keys/memory-key-store.ts";
import { peopleVault } from "../../../shared/people/keys/people-vault.ts";
import { TestClock, testSecret, testVault } from "../../support/test-world.ts";

export const hash = keyedHash(testSecret);
const provider = localKeyProvider(testSecret);

/** A bureau's keys in memory, and instances of its functions that share them. */
export const aBureau = (bureau = "liuzhou") => {
  const items = new Map<KeyOwner, KeptKeys>();
  const time = new TestClock();
  const reads: (readonly KeyOwner[])[] = [];
  const kept = memoryKeyStore(items);
  const store = {
    ...kept,
    read: async (owners: readonly KeyOwner[]) => {
      reads.push(owners);
      return kept.read(owners);
    },
  };
  const instance = () => {
    const keys = keyRing({ store, provider, bureau, clock: time.read });
    return { keys, vault: peopleVault({ vault: testVault, keys, hash }) };
  };
  return { items, time, reads, store, bureau, instance };
};

export const person = (name: string, idNumber: string) => ({ name, idType: "resident-id" as const, idNumber });
export const keyOf = (idNumber: string) => hash.person({ idType: "resident-id", idNumber });

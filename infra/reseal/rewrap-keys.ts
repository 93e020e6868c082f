import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../../shared/kernel/instant.ts";
import { close, unclose } from "../../shared/people/aes-gcm.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import type { KeyProvider } from "../../shared/people/keys/key-provider.ts";
import { keyContext } from "../../shared/people/keys/key-ring.ts";
import { keyRoots, withNewRoot } from "../../shared/people/keys/key-roots.ts";
import { KeptKeys, type KeyStore, keyPartitionPrefix, ring } from "../../shared/people/keys/key-store.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";

export interface Rewrapped {
  /** The generation of the ring's root that wraps now. */
  readonly root: number;
  readonly people: number;
  readonly rewrapped: number;
  /** Written by others meanwhile: the next run sees to them. */
  readonly overtaken: number;
}

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly provider: KeyProvider;
  readonly bureau: string;
  readonly clock: Clock;
}

/**
 * Wraps every person's key under the ring's present root, and the roots under the provider's present key, while the service
 * runs. What was sealed under the keys themselves is not touched. Former roots stay: an instance may wrap under one for an
 * hour yet.
 * @param isNew makes a new root first
 */
export const rewrapKeys = async (parts: Parts, isNew: boolean): Promise<Rewrapped> => {
  const { client, tableName, provider, bureau } = parts;
  const store = dynamodbKeyStore(client, tableName);
  const former = (await store.read([ring])).get(ring);
  if (!former) return { root: 0, people: 0, rewrapped: 0, overtaken: 0 };
  if (isNew) await withNewRoot({ store, provider, bureau }, former);
  const root = await rewrapRoots(store, provider, bureau);
  const roots = keyRoots({ ...parts, store });
  const counts = { people: 0, rewrapped: 0, overtaken: 0 };
  for await (const [person, kept] of keysIn(client, tableName)) {
    counts.people += 1;
    const stale = Object.entries(kept.wrapped).filter(([, { under }]) => under < root);
    if (stale.length === 0) continue;
    const present = await roots.get(root);
    const fresh = await Promise.all(
      stale.map(async ([generation, { under, bytes }]) => {
        const place = keyContext(bureau, person, Number(generation));
        const key = unclose(await roots.get(under), bytes, place);
        return [generation, { under: root, bytes: close(present, key, place) }] as const;
      }),
    );
    const wrapped = { ...kept.wrapped, ...Object.fromEntries(fresh) };
    const outcome = await store.write(person, { ...kept, version: kept.version + 1, wrapped });
    counts[outcome === "written" ? "rewrapped" : "overtaken"] += 1;
  }
  return { root, ...counts };
};

/** @returns the generation of the present root */
const rewrapRoots = async (store: KeyStore, provider: KeyProvider, bureau: string): Promise<number> => {
  for (;;) {
    const kept = (await store.read([ring])).get(ring);
    if (!kept) throw new Error("the key ring was there and is gone");
    const wrapped = await Promise.all(
      Object.entries(kept.wrapped).map(async ([generation, each]) => {
        const bytes = await provider.rewrapped(each.bytes, { bureau, generation: Number(generation) });
        return [generation, bytes ? { ...each, bytes } : each] as const;
      }),
    );
    const isPresent = wrapped.every(([generation, each]) => kept.wrapped[generation] === each);
    if (isPresent) return kept.generation;
    await store.write(ring, { ...kept, version: kept.version + 1, wrapped: Object.fromEntries(wrapped) });
  }
};

async function* keysIn(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<[PersonKey, KeptKeys]> {
  const keys = {
    FilterExpression: "begins_with(pk, :prefix)",
    ExpressionAttributeValues: { ":prefix": keyPartitionPrefix },
  };
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true, ...keys })) {
    for (const item of Items) {
      const owner = String(item.pk).slice(keyPartitionPrefix.length);
      if (owner !== ring) yield [owner as PersonKey, KeptKeys.parse(item)];
    }
  }
}

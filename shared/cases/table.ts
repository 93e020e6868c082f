/**
 * The one table: its keys and indexes, read by CDK, by the local world and by the store. A case is one item; what would
 * make it large, and the links to its people, are items beside it under the same partition key.
 */
export const table = {
  partitionKey: "pk",
  sortKey: "sk",
  timeToLive: "expiresAt",
  stream: "NEW_IMAGE",
  indexes: {
    /** Cases with something to do at a time: crashed runners, retries, deadlines. Sparse, sharded. */
    due: { name: "by-due", partitionKey: "duePk", sortKey: "due", projection: "KEYS_ONLY" },
    /** Cases that wait for an officer, the most urgent first. Sparse. */
    queue: { name: "by-queue", partitionKey: "queuePk", sortKey: "queueSk", projection: "KEYS_ONLY" },
    /** A person's cases, the latest first: the case itself for who opened it, link items for the others. */
    person: { name: "by-person", partitionKey: "personPk", sortKey: "personSk", projection: "KEYS_ONLY" },
  },
} as const;

/** One partition of the due index takes 1,000 writes a second; sixteen take a province's worst Monday. */
export const dueShards = 16;

export const caseKey = (caseId: string) => ({ pk: `CASE#${caseId}`, sk: "CASE" });
export const linkKey = (caseId: string, personKey: string) => ({ pk: `CASE#${caseId}`, sk: `PERSON#${personKey}` });
export const documentKey = (caseId: string, name: string) => ({ pk: `CASE#${caseId}`, sk: `DOCUMENT#${name}` });

export const duePartition = (shard: number): string => `DUE#${shard}`;
export const personPartition = (personKey: string): string => `PERSON#${personKey}`;
export const queuePartition = (queue: string): string => `QUEUE#${queue}`;
/** `officer`: what waits for an officer. `overdue`: nothing does, but somebody else has left a promise unkept. */
export const queueLists = ["officer", "overdue"] as const;
export type QueueList = (typeof queueLists)[number];
export const queueOf = (office: string, list: QueueList): string => (list === "officer" ? office : `${office}/${list}`);

/** Spreads cases over the shards by their id, so that a case always has the same one. */
export const dueShardOf = (caseId: string): number => {
  let sum = 0;
  for (const character of caseId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % dueShards;
};

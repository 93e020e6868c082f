import * as z from "zod";
import { Instant, toMilliseconds } from "../kernel/instant.ts";
import type { Vault } from "../people/vault.ts";
import type { Case } from "./case.ts";
import { caseKey, duePartition, dueShardOf, personPartition, queuePartition } from "./table.ts";

/**
 * A case as an item of the table: the case itself with its private facts sealed, and the attributes that the indexes
 * read. `early` answers may carry anything, so they are sealed too.
 */
export const toItem = (opened: Case, vault: Vault): Record<string, unknown> => ({
  ...caseKey(opened.id),
  ...indexKeysOf(opened),
  ...opened,
  facts: mapValues(opened.facts, (fact, name) =>
    fact.isPrivate ? { ...fact, value: vault.seal(fact.value, `${opened.id}/${name}`) } : fact,
  ),
  early: mapValues(opened.early, (late, step) => ({
    ...late,
    answer: vault.seal(late.answer, `${opened.id}/early/${step}`),
  })),
});

export const fromItem = (item: Record<string, unknown>, vault: Vault): Case => {
  const stored = StoredCase.parse(item) as unknown as Case;
  return {
    ...stored,
    facts: mapValues(stored.facts, (fact, name) =>
      fact.isPrivate ? { ...fact, value: vault.open(fact.value as string, `${stored.id}/${name}`) } : fact,
    ),
    early: mapValues(stored.early, (late, step) => ({
      ...late,
      answer: vault.open(late.answer as string, `${stored.id}/early/${step}`),
    })),
  };
};

const indexKeysOf = (opened: Case): Record<string, string> => ({
  personPk: personPartition(opened.openedBy),
  personSk: personSortKey(opened),
  ...(opened.due && { duePk: duePartition(dueShardOf(opened.id)) }),
  ...queueKeysOf(opened),
});

/** The latest case first when read backwards. */
export const personSortKey = ({ openedAt, id }: Pick<Case, "openedAt" | "id">): string => `${openedAt}#${id}`;

/** A case stands in its office's queue while one of its steps waits for an officer, by the most urgent promise. */
const queueKeysOf = (opened: Case): Record<string, string> => {
  if (opened.status !== "open") return {};
  const promises = Object.values(opened.steps)
    .filter(({ status, waitsFor }) => status === "waiting" && waitsFor === "officer")
    .map(({ promisedBy, since }) => promisedBy ?? since)
    .sort((one, other) => toMilliseconds(one) - toMilliseconds(other));
  const [first] = promises;
  return first === undefined ? {} : { queuePk: queuePartition(opened.office), queueSk: `${first}#${opened.id}` };
};

/** What every stored case has; it strips the keys of table and indexes. The rest was checked when it was made. */
const StoredCase = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  packageId: z.string(),
  packageVersion: z.number().int().positive(),
  status: z.enum(["open", "completed", "refused", "withdrawn"]),
  channel: z.enum(["mobile", "kiosk", "etax", "console"]),
  office: z.string(),
  openedAt: Instant,
  closedAt: Instant.optional(),
  openedBy: z.string(),
  parties: z.array(z.object({ person: z.string(), role: z.string() })),
  consents: z.array(z.object({ person: z.string(), purpose: z.literal("data-sharing"), at: Instant })),
  facts: z.record(z.string(), z.object({ value: z.unknown(), isPrivate: z.boolean().optional() }).loose()),
  steps: z.record(z.string(), z.object({ status: z.string(), since: Instant }).loose()),
  early: z.record(z.string(), z.object({ answer: z.string(), at: Instant })),
  requests: z.array(z.object({ key: z.string(), body: z.string() })),
  events: z.array(z.object({ id: z.string(), type: z.string() }).loose()),
  writes: z.array(z.string()),
  lease: z.object({ owner: z.string(), until: Instant }).optional(),
  due: Instant.optional(),
});

const mapValues = <Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Mapped,
): Record<string, Mapped> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { documentsIn } from "../../shared/cases/documents-in.ts";
import type { Clock, Instant } from "../../shared/kernel/instant.ts";
import type { AccessLog } from "../../shared/people/access-log/access-log.ts";
import { type AccessEntry, chainOfOffice, chainOfPerson } from "../../shared/people/access-log/entry.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";
import { destroyed, withClosing } from "../../shared/people/keys/erasure.ts";
import { keysKeptSeconds } from "../../shared/people/keys/key-ring.ts";
import type { KeyStore } from "../../shared/people/keys/key-store.ts";
import { peopleSealedIn } from "../../shared/people/keys/people-vault.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";
import type { Vault } from "../../shared/people/vault.ts";
import { openedItem } from "../reseal/opened-item.ts";
import { type Need, needOf, needsByKind } from "./needs.ts";

export interface Erasing {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly vault: Vault;
  readonly keys: KeyStore;
  readonly hash: KeyedHash;
  readonly access: AccessLog;
  readonly office: string;
  readonly clock: Clock;
  /** Waits until no instance believes the key any more. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * - `erased`: the key is gone, and with it the person, wherever they stand
 * - `erased-before`: it was gone already
 * - `unknown`: nothing here was ever sealed under a key of theirs
 * - `refused`: something of theirs is still needed; `needs` says what, until when and by which law
 */
export interface Erasure {
  readonly outcome: "erased" | "erased-before" | "unknown" | "refused";
  readonly needs: readonly Need[];
}

/**
 * Destroys a person's key, so that nobody reads them any more in any case, certificate or copy, unless an open case or the
 * law needs a record. First the key stops sealing, then everything under it is looked at, then it goes: no case that is
 * opened meanwhile is lost with it. Harmless when repeated, also after an interruption.
 */
export const erasePerson = async (
  world: Erasing,
  document: { readonly idType: "resident-id" | "passport" | "other"; readonly idNumber: string },
): Promise<Erasure> => {
  const { keys, hash, access, clock } = world;
  const person = hash.person(document);
  const kept = (await keys.read([person])).get(person);
  const hasKeys = kept !== undefined && Object.keys(kept.wrapped).length > 0;
  if (kept !== undefined && !hasKeys) return { outcome: "erased-before", needs: [] };
  if (hasKeys) {
    await withClosing(keys, person, true);
    await world.wait((keysKeptSeconds + marginSeconds) * 1000);
  }
  const needs = await needsOf(world, person, clock());
  if (needs.length > 0) {
    if (hasKeys) await withClosing(keys, person, false);
    return { outcome: "refused", needs };
  }
  if (!kept) return { outcome: "unknown", needs };
  // As every touch of a person's data: noted first, and done once that is stored.
  const entry = entryOf(clock());
  await access.note([chainOfPerson(person), chainOfOffice(world.office)].map((chain) => ({ chain, entry })));
  await destroyed(keys, person, kept.generation, clock());
  return { outcome: "erased", needs };
};

/** For clocks that differ. */
const marginSeconds = 10;

const entryOf = (at: Instant): AccessEntry => ({
  at,
  reader: { kind: "machine" },
  does: "erases",
  reason: "erasure",
  caseId: "",
  packageId: "",
  packageVersion: 0,
  fields: [],
  people: 1,
});

/** What is still needed of everything in the table that a person's key, or no key of anybody, has sealed. */
const needsOf = async (
  { client, tableName, vault, hash }: Erasing,
  person: PersonKey,
  now: Instant,
): Promise<readonly Need[]> => {
  const found: Need[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
    for (const item of Items) {
      const opened = openedItem(vault, item);
      if (opened === undefined) continue;
      const isTheirs = peopleSealedIn(opened.value).some((each) => each.person === person);
      const isOpenlyTheirs = [...documentsIn(opened.value)].some((each) => hash.person(each) === person);
      if (isTheirs || isOpenlyTheirs) found.push(...needOf(item, { isSealedByPerson: isTheirs, now }));
    }
  }
  return needsByKind(found);
};

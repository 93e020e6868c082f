import type { Case } from "../cases/case.ts";
import { documentsIn } from "../cases/documents-in.ts";
import type { Note } from "../people/access-log/access-log.ts";
import { type AccessEntry, chainOfOffice, chainOfPerson, type Reader } from "../people/access-log/entry.ts";
import { unusualIn } from "../people/access-log/unusual.ts";
import type { Caller } from "../people/caller.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { World } from "./world.ts";

export type NotingWorld = Pick<World, "access" | "hash" | "clock" | "onUnusual">;

/**
 * Notes that somebody is about to read a case that is not their own, or their own at a kiosk, in the chains of all whom
 * it is about. Whoever reads their own case on their own device leaves no note.
 * @throws when it cannot be noted: then nothing may be shown
 */
export const noteReading = async (world: NotingWorld, found: Case, caller: Caller): Promise<void> => {
  const reader = readerOf(found, caller);
  if (!reader) return;
  await noteEntries(world, found, reader, { does: "reads", reason: "case-work" }, peopleIn(world.hash, found));
};

/** What is noted of a read, beside who reads which case. */
export type ReadingDone = Pick<AccessEntry, "does" | "reason" | "note" | "mark" | "document" | "hiddenUntil">;

export const noteEntries = async (
  { access, clock, hash, onUnusual }: NotingWorld,
  found: Case,
  reader: Exclude<Reader, { readonly kind: "machine" }>,
  done: ReadingDone,
  people: ReadonlyMap<PersonKey, readonly string[]>,
): Promise<void> => {
  const isStaff = reader.kind === "officer" || reader.kind === "hotline";
  const concerned = isStaff ? people : new Map([...people].filter(([person]) => person === reader.key));
  const entry: Omit<AccessEntry, "fields"> = {
    at: clock(),
    reader,
    ...done,
    caseId: found.id,
    packageId: found.packageId,
    packageVersion: found.packageVersion,
    people: concerned.size,
    // Whoever of its people was read: an official who is named in a case has no business in it.
    ...(isStaff && peopleIn(hash, found).has(reader.key) && { isRelated: true }),
    ...(isStaff && !hasDuty(found, reader.key) && { isWithoutDuty: true }),
  };
  const notes: Note[] = [...concerned].map(([person, fields]) => ({
    chain: chainOfPerson(person),
    entry: { ...entry, fields },
  }));
  if (!isStaff) return access.note(notes);
  const chain = chainOfOffice(reader.office ?? found.office);
  const fields = [...new Set([...concerned.values()].flat())];
  await access.note([{ chain, entry: { ...entry, fields } }, ...notes]);
  const before = entry.isWithoutDuty ? await access.latest(chain, looksBack) : [];
  const rules = unusualIn(
    { ...entry, fields },
    before.flatMap(({ entries }) => entries),
  );
  for (const rule of rules) onUnusual?.({ rule, office: found.office, caseId: found.id });
};

/** An office's reads of an hour and more. */
const looksBack = 100;

/** Who reads, where that is to be noted. */
export const readerOf = (
  found: Case,
  { key, roles, office, channel, kiosk, actor }: Caller,
): Exclude<Reader, { readonly kind: "machine" }> | undefined => {
  const at = { ...(kiosk && { kiosk: kiosk.id }), ...(office !== undefined && { office }) };
  if (actor) return { kind: "agent", key: actor.key, ...at };
  const isOwn = found.openedBy === key || found.parties.some(({ person }) => person === key);
  if (isOwn) return channel === "kiosk" ? { kind: "self", key, ...at } : undefined;
  if (roles.includes("officer")) return { kind: "officer", key, ...at };
  if (roles.includes("hotline")) return { kind: "hotline", key, ...at };
  return { kind: "agent", key, ...at };
};

/** A step waits for an officer, or this one has it in hand or has decided it. */
const hasDuty = ({ steps, status }: Case, officer: PersonKey): boolean =>
  Object.values(steps).some(
    ({ waitsFor, claimedBy, decision }) =>
      (status === "open" && waitsFor === "officer") || claimedBy === officer || decision?.by === officer,
  );

/** Everybody whom a case's facts name, with the facts that name them; its parties with all that is private. */
export const peopleIn = (hash: KeyedHash, { facts, openedBy, parties }: Case): Map<PersonKey, readonly string[]> => {
  const named = new Map<PersonKey, Set<string>>();
  const note = (person: PersonKey, fact?: string) => {
    const known = named.get(person) ?? new Set();
    named.set(person, known);
    if (fact !== undefined) known.add(fact);
  };
  for (const person of [openedBy, ...parties.map((each) => each.person)]) note(person);
  for (const [name, { value }] of Object.entries(facts)) {
    for (const document of documentsIn(value)) note(hash.person(document), name);
  }
  return new Map([...named].map(([person, fields]) => [person, [...fields]]));
};

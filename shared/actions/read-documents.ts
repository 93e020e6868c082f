import type { Case } from "../cases/case.ts";
import { type CertificateRecord, isOfErased } from "../certificates/certificate-record.ts";
import type { CertificateStore, Owner } from "../certificates/certificate-store.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { type ReadersMark, readersMark } from "../people/readers-mark.ts";
import { caseOwner } from "./certificate-owners.ts";
import { fileOf } from "./look-up-certificate.ts";
import { noteEntries, peopleIn, readerOf } from "./note-reading.ts";
import { type ReadingWorld, readCase, readCaseUnnoted, rolesIn } from "./read-case.ts";

export type DocumentWorld = ReadingWorld & { readonly certificates: CertificateStore };

/**
 * The certificates and result documents of a case that concern the caller, the oldest first; those that were taken back
 * are among them.
 * @throws Refusal what `readCase` throws
 */
export const listDocuments = async (
  world: DocumentWorld,
  { caller, caseId }: { readonly caller: Caller; readonly caseId: string },
): Promise<readonly CertificateRecord[]> => {
  const current = await readCase(world, { caller, caseId });
  const all = await recordsOf(world, caseOwner(caseId));
  return all.filter((record) => concerns(current, record, caller));
};

/**
 * One of them, and its file: the same bytes for whoever gets them, for they are signed. A copy that is another's to read
 * comes with the reader's mark beside it, and is noted under that mark first.
 * @throws Refusal what `readCase` throws, `document-not-found` also for another party's, `certificate-erased`
 */
export const readDocument = async (
  world: DocumentWorld,
  { caller, caseId, documentId }: { readonly caller: Caller; readonly caseId: string; readonly documentId: string },
): Promise<{ readonly record: CertificateRecord; readonly file: Uint8Array; readonly mark?: ReadersMark }> => {
  const current = await readCaseUnnoted(world, { caller, caseId });
  const all = await recordsOf(world, caseOwner(caseId));
  const record = all.find((each) => each.id === documentId && concerns(current, each, caller));
  if (!record) throw new Refusal("document-not-found", { documentId });
  const mark = await noteExport(world, current, caller, record);
  return { record, file: await fileOf(world, record), ...(mark && { mark }) };
};

/** In the chain of the person for whom it was made out; of everybody in the case where it was for none alone. */
const noteExport = async (
  world: DocumentWorld,
  current: Case,
  caller: Caller,
  record: CertificateRecord,
): Promise<ReadersMark | undefined> => {
  const reader = readerOf(current, caller);
  if (!reader) return undefined;
  const { id, title, subject } = record;
  const people =
    subject && !isOfErased(record) ? [world.hash.person(subject)] : [...peopleIn(world.hash, current).keys()];
  const reason = "case-work" as const;
  const mark = readersMark(world.hash, reader, [current.id, id], { at: world.clock(), reason });
  const done = { does: "exports", reason, mark: mark.mark, document: title } as const;
  await noteEntries(world, current, reader, done, new Map(people.map((person) => [person, []])));
  // At a kiosk it is the person's own copy.
  return reader.kind === "self" ? undefined : mark;
};

export const recordsOf = async (
  { certificates }: Pick<DocumentWorld, "certificates">,
  owner: Owner,
): Promise<readonly CertificateRecord[]> => {
  const found = await Promise.all((await certificates.list(owner)).map((code) => certificates.read(code)));
  return found.filter((record) => record !== undefined);
};

/** What is made out to one party is theirs and whoever acts for them; nobody learns what the other side paid. */
const concerns = (current: Case, { party }: CertificateRecord, caller: Caller): boolean =>
  party === undefined ||
  rolesIn(current, caller).includes("officer") ||
  current.parties.some(({ person, parties = [] }) => person === caller.key && parties.includes(party));

import type { Case } from "../cases/case.ts";
import type { CertificateRecord } from "../certificates/certificate-record.ts";
import type { CertificateStore, Owner } from "../certificates/certificate-store.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { caseOwner } from "./certificate-owners.ts";
import { fileOf } from "./look-up-certificate.ts";
import { type ReadingWorld, readCase, rolesIn } from "./read-case.ts";

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
 * One of them, and its file.
 * @throws Refusal what `readCase` throws, `document-not-found` also for another party's
 */
export const readDocument = async (
  world: DocumentWorld,
  { caller, caseId, documentId }: { readonly caller: Caller; readonly caseId: string; readonly documentId: string },
): Promise<{ readonly record: CertificateRecord; readonly file: Uint8Array }> => {
  const record = (await listDocuments(world, { caller, caseId })).find(({ id }) => id === documentId);
  if (!record) throw new Refusal("document-not-found", { documentId });
  return { record, file: await fileOf(world, record) };
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

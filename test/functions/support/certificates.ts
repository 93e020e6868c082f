import { caseOwner, companyIdOf, companyOwner } from "../../../shared/actions/certificate-owners.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { CertificateRecord } from "../../../shared/certificates/certificate-record.ts";
import { makeCode } from "../../../shared/certificates/code.ts";
import { memoryGuessStore } from "../../../shared/certificates/guess-store.ts";
import { memoryCertificateStore } from "../../../shared/certificates/memory-certificate-store.ts";
import { sha256 } from "../../../shared/certificates/signing.ts";
import { calendarDate } from "../../../shared/kernel/day.ts";
import { type TestWorld, testSecret } from "../../support/test-world.ts";

export const testCertificates = () => ({ certificates: memoryCertificateStore(), guesses: memoryGuessStore() });

/** An invented company, whose legal representative is the caller of tests; by the register of `test-world.ts`. */
export const aCreditCode = "91450203EX0000010L";
export const aCode = makeCode(testSecret, "the one certificate of tests");
export const aDocumentId = "tax-types-0011";
/** What it is of does not matter where nobody opens it. */
export const aFile = Buffer.from("%PDF-1.7 of a test\n%%EOF\n");

export const aRecord = (caseId: string, parts: Partial<CertificateRecord> = {}): CertificateRecord => ({
  id: aDocumentId,
  caseId,
  stepId: "tax-types",
  kind: "result",
  title: "税(费)种认定通知书",
  number: "T-1",
  code: aCode,
  office: "国家税务总局柳州市税务局",
  holder: "例有限公司",
  issuedOn: calendarDate("2030-01-31"),
  issuedAt: "2030-01-31T02:00:00.000Z" as CertificateRecord["issuedAt"],
  sha256: sha256(aFile),
  bytes: aFile.length,
  keyId: "0011223344556677",
  version: 1,
  ...parts,
});

/** The case has one document, which lies in its company's file, too. */
export const withCertificate = async (
  world: Pick<TestWorld, "hash"> & ReturnType<typeof testCertificates>,
  { id }: Pick<Case, "id">,
  record = aRecord(id),
): Promise<void> => {
  await world.certificates.keepFile(record.code, aFile, record);
  await world.certificates.keepRecord(record);
  await world.certificates.enlist(caseOwner(id), [record.code], record.issuedAt);
  await world.certificates.enlist(companyOwner(companyIdOf(world, aCreditCode)), [record.code], record.issuedAt);
};

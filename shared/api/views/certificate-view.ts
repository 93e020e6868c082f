import type { CheckedCertificate } from "../../actions/look-up-certificate.ts";
import type { CompanyFile } from "../../actions/read-company-file.ts";
import { statusAt, validTo } from "../../certificates/certificate.ts";
import type { CertificateRecord } from "../../certificates/certificate-record.ts";
import type { PublishedKey } from "../../certificates/signing.ts";
import type { CalendarDate } from "../../kernel/day.ts";
import type { CertificateKeyList, CertificateView, CompanyFileView, DocumentList } from "../resources/certificate.ts";
import { mask } from "./mask.ts";

/** What a stranger with a code sees. Once it has run out, no more than that there was such a paper. */
export const viewCertificate = ({ record, status }: CheckedCertificate): CertificateView => ({
  ...headOf(record, status),
  ...(status === "valid" && {
    // A company's name is public; a person's is only recognised by whoever has it before them.
    holder: record.kind === "result" ? record.holder : String(mask(record.holder)),
    ...(record.total !== undefined && { total: record.total }),
    sha256: record.sha256,
  }),
  keyId: record.keyId,
});

export const viewDocuments = (records: readonly CertificateRecord[], today: CalendarDate): DocumentList => ({
  documents: records.map((record) => {
    const { id, holder, code, total, sha256, bytes, keyId } = record;
    const head = headOf(record, statusAt(record, today));
    return { ...head, id, holder, code, ...(total !== undefined && { total }), sha256, bytes, keyId };
  }),
});

export const viewCompanyFile = ({ name, documents }: CompanyFile, today: CalendarDate): CompanyFileView => ({
  name,
  ...viewDocuments(documents, today),
});

export const viewKeys = (keys: readonly PublishedKey[]): CertificateKeyList => ({
  keys: keys.map(({ keyId, algorithm, publicKey }) => ({ keyId, algorithm, publicKey })),
});

const headOf = (
  { kind, title, number, office, issuedOn, revocation }: CertificateRecord,
  status: CheckedCertificate["status"],
) => ({
  kind,
  title,
  number,
  office,
  issuedOn,
  validTo: validTo(issuedOn),
  status,
  ...(revocation && { revocation: { ...revocation } }),
});

import type { CalendarDate } from "../kernel/day.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Person } from "../packages/package.ts";
import { isErased } from "../people/keys/erased.ts";
import type { CertificateContent, Revocation } from "./certificate.ts";

/** The natural person for whom a certificate is made out: record and file are sealed under their own key. */
export type Subject = Pick<Person, "name" | "idType" | "idNumber">;

/** What is kept of a certificate beside its file: enough to find it, to show whose it is, and to compare a copy with it. */
export interface CertificateRecord
  extends Pick<CertificateContent, "kind" | "title" | "number" | "code" | "office" | "total"> {
  /** Its name within its case. */
  readonly id: string;
  readonly caseId: string;
  /** The step that it certifies; for a payment certificate, the one that the bill was collected by. */
  readonly stepId: string;
  /** For whom it was made out, as a reader may compare it. */
  readonly holder: string;
  /** The holder, where it is a natural person; shown to nobody. */
  readonly subject?: Subject;
  /** The party of the case, `seller-1`, whom alone it concerns; absent: all the case's people. */
  readonly party?: string;
  readonly issuedOn: CalendarDate;
  readonly issuedAt: Instant;
  /** Of the signed file, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly keyId: string;
  readonly revocation?: Revocation;
  /** Counts the writes. */
  readonly version: number;
}

/** Whether its holder was erased: that there was such a paper is all that is left of it. */
export const isOfErased = ({ subject }: CertificateRecord): boolean =>
  subject !== undefined && isErased(subject.idNumber);

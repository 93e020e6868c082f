import type { Instant } from "../kernel/instant.ts";
import type { CertificateRecord, Subject } from "./certificate-record.ts";
import type { PublishedKey } from "./signing.ts";

/** Whose certificates are listed together: a case's, or a company's over all its cases. */
export type Owner = `case/${string}` | `company/${string}`;

export interface FileAbout {
  readonly issuedAt: Instant;
  readonly subject?: Subject;
}

/**
 * Where certificates are kept: record and file under their code, and lists of codes. What was kept once is never
 * overwritten but for a revocation.
 */
export interface CertificateStore {
  /**
   * Keeps a file; answers with what lies there, which is an earlier one when there was one.
   * @param about the natural person whose it is, and how long it is kept
   */
  keepFile(code: string, file: Uint8Array, about: FileAbout): Promise<Uint8Array>;
  /** Keeps a record that is not there yet. Harmless when repeated. */
  keepRecord(record: CertificateRecord): Promise<void>;
  /** Writes a record over the version it was made from. */
  replaceRecord(record: CertificateRecord, expectedVersion: number): Promise<"replaced" | "conflict">;
  read(code: string): Promise<CertificateRecord | undefined>;
  /** Nothing, too, when its holder was erased. */
  readFile(code: string): Promise<Uint8Array | undefined>;
  /** Codes, the oldest first. */
  list(owner: Owner): Promise<readonly string[]>;
  /** Adds codes to a list, which lasts as long as what was issued last. Harmless when repeated. */
  enlist(owner: Owner, codes: readonly string[], issuedAt: Instant): Promise<void>;
  /** Every key that has ever signed here. */
  readKeys(): Promise<readonly PublishedKey[]>;
  /** Publishes a key before it signs for the first time. Harmless when repeated. */
  publishKey(key: PublishedKey): Promise<void>;
}

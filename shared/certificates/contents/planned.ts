import type { CertificateContent } from "../certificate.ts";
import type { Subject } from "../certificate-record.ts";

/** A certificate that a case has come to deserve: what it says, but for its code and where that is checked. */
export interface PlannedCertificate {
  /** Made of what is certified, so that the same is certified once and something else is another certificate. */
  readonly id: string;
  readonly stepId: string;
  /** The party whom alone it concerns; absent: all the case's people. */
  readonly party?: string;
  /** For whom it is made out. */
  readonly holder: string;
  /** The holder, where it is a natural person. */
  readonly subject?: Subject;
  /** The company in whose file it lies. */
  readonly creditCode?: string;
  readonly content: Omit<CertificateContent, "code" | "checkUrl" | "office">;
}

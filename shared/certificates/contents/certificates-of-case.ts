import type { Case } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import type { Package } from "../../packages/package.ts";
import type { Bill } from "../../payments/bill.ts";
import type { PlannedCertificate } from "./planned.ts";
import { resultDocumentsOf } from "./result-documents.ts";
import { taxCertificatesOf } from "./tax-certificates.ts";

/**
 * Every certificate that a case deserves as it stands, from the case and its bills alone: whoever asks twice gets the
 * same, and what has changed meanwhile is another certificate.
 */
export const certificatesOf = (
  packages: readonly Package[],
  current: Case,
  bills: readonly Bill[],
): readonly PlannedCertificate[] => [
  ...resultDocumentsOf(packageOf(packages, current), current),
  ...taxCertificatesOf(current, bills),
];

import { addDays, type CalendarDate } from "../kernel/day.ts";
import type { Instant } from "../kernel/instant.ts";

export const certificateKinds = ["tax-payment", "deed-tax", "result"] as const;

/** What a certificate says. Whoever renders it, wherever, gets the same bytes from it. */
export interface CertificateContent {
  readonly kind: (typeof certificateKinds)[number];
  /** `税收完税证明`. */
  readonly title: string;
  readonly number: string;
  readonly code: string;
  /** Where the code is checked; the QR code leads there. */
  readonly checkUrl: string;
  readonly office: string;
  readonly issuedOn: CalendarDate;
  /** Who, and what about: label and value. */
  readonly fields: readonly (readonly [string, string])[];
  /** One line per tax, with the law behind it. */
  readonly lines: readonly CertificateLine[];
  readonly total?: string;
}

export interface CertificateLine {
  readonly name: string;
  readonly amount: string;
  /** Act and article. */
  readonly law: string;
}

export type CertificateStatus = "valid" | "expired" | "revoked";

/** `corrected`: another declaration or decision stands in its place. `refunded`: what it certifies was given back. */
export const revocationReasons = ["corrected", "refunded"] as const;

export interface Revocation {
  readonly at: Instant;
  readonly reason: (typeof revocationReasons)[number];
}

/** For so many days the code is answered for online; the offline check holds for ever. */
const validDays = 20;

/** The last day of the code. The day of issue does not count (Civil Code art. 201). */
export const validTo = (issuedOn: CalendarDate): CalendarDate => addDays(issuedOn, validDays);

/** The code's state at a moment, by the calendar of China. */
export const statusAt = (
  { issuedOn, revocation }: { readonly issuedOn: CalendarDate; readonly revocation?: Revocation },
  today: CalendarDate,
): CertificateStatus => {
  if (revocation !== undefined) return "revoked";
  return today > validTo(issuedOn) ? "expired" : "valid";
};

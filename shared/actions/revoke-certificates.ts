import type { Case } from "../cases/case.ts";
import type { Revocation } from "../certificates/certificate.ts";
import type { CertificateRecord } from "../certificates/certificate-record.ts";
import type { CertificateStore } from "../certificates/certificate-store.ts";
import type { World } from "./world.ts";

export interface RevokingWorld extends Pick<World, "clock"> {
  readonly certificates: CertificateStore;
}

/**
 * Takes back what a case deserves no longer: a document in whose place there is another one, and what certified taxes that
 * went back. While a step is being done anew its document stands: until there is another result, it is the result.
 */
export const revokeReplaced = async (
  world: RevokingWorld,
  {
    current,
    stepId,
    listed,
    deserved,
    taxesAre,
  }: {
    readonly current: Case;
    readonly stepId?: string;
    readonly listed: readonly string[];
    readonly deserved: readonly string[];
    /** What has become of taxes that are certified no more. */
    readonly taxesAre: Revocation["reason"];
  },
): Promise<readonly string[]> => {
  const outdated = listed.filter((code) => !deserved.includes(code));
  const decide = (record: CertificateRecord) =>
    stepId === undefined || record.stepId === stepId ? reasonFor(current, record, taxesAre) : undefined;
  const revoked = await Promise.all(outdated.map((code) => revoke(world, code, decide)));
  return outdated.filter((_, index) => revoked[index]);
};

const reasonFor = (
  { steps }: Case,
  { stepId, kind }: CertificateRecord,
  taxesAre: Revocation["reason"],
): Revocation["reason"] | undefined => {
  if (kind !== "result") return taxesAre;
  const status = steps[stepId]?.status;
  return status === "done" || status === "refused" || status === "not-applicable" ? "corrected" : undefined;
};

/** @returns whether this call took it back */
const revoke = async (
  world: RevokingWorld,
  code: string,
  decide: (record: CertificateRecord) => Revocation["reason"] | undefined,
): Promise<boolean> => {
  for (;;) {
    const record = await world.certificates.read(code);
    const reason = record && record.revocation === undefined ? decide(record) : undefined;
    if (!record || reason === undefined) return false;
    const revoked = { ...record, revocation: { at: world.clock(), reason }, version: record.version + 1 };
    if ((await world.certificates.replaceRecord(revoked, record.version)) === "replaced") return true;
  }
};

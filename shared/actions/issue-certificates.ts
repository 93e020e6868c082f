import type { Case } from "../cases/case.ts";
import type { CertificateContent } from "../certificates/certificate.ts";
import type { CertificateStore } from "../certificates/certificate-store.ts";
import { certificatesOf } from "../certificates/contents/certificates-of-case.ts";
import type { PlannedCertificate } from "../certificates/contents/planned.ts";
import { signFile } from "../certificates/signed-file.ts";
import { type Signer, sha256 } from "../certificates/signing.ts";
import type { BillStore } from "../payments/bill-store.ts";
import { billsOfCase } from "./bills-of-case.ts";
import { caseOwner, companyIdOf, companyOwner } from "./certificate-owners.ts";
import { revokeReplaced } from "./revoke-certificates.ts";
import type { World } from "./world.ts";

/** What issuing works with. */
export interface IssuingWorld extends Pick<World, "cases" | "packages" | "hash" | "clock"> {
  readonly bills: BillStore;
  readonly certificates: CertificateStore;
  readonly signer: Signer;
  readonly render: (content: CertificateContent) => Promise<Uint8Array>;
  /** Makes the code of a certificate from its case and id. */
  readonly codeOf: (caseId: string, id: string) => string;
  /** Where a code is checked. */
  readonly checkUrl: (code: string) => string;
  /** Who issues. */
  readonly officeName: string;
}

/**
 * Makes the certificates that a case has come to deserve and takes back those that it deserves no longer: the result
 * documents of its tasks, and the certificates of its bills once their money is booked. Called whenever a case or one of
 * its bills has changed, as often as one likes: what is made already is not made again, and the bytes of a certificate
 * never change.
 *
 * @param stepId looks after this step's certificates alone, so that the steps of a burst do not make each other's
 */
export const issueCertificates = async (
  world: IssuingWorld,
  { caseId, stepId }: { readonly caseId: string; readonly stepId?: string },
): Promise<{ readonly issued: readonly string[]; readonly revoked: readonly string[] }> => {
  const current = await world.cases.read(caseId);
  if (!current) return { issued: [], revoked: [] };
  const bills = await billsOfCase(world, current);
  const deserved = certificatesOf(world.packages, current, bills);
  const planned = deserved.filter((each) => stepId === undefined || each.stepId === stepId);
  const listed = await world.certificates.list(caseOwner(caseId));
  const codes = planned.map(({ id }) => world.codeOf(caseId, id));
  const lacking = planned.filter((_, index) => !listed.includes(codes[index] ?? ""));
  const issued: string[] = [];
  // One after the other: each takes a processor for a while, and there is one.
  for (const each of lacking) issued.push(await issue(world, current, each));
  const isGivenBack = bills.some(({ refunds }) => refunds.some(({ reason }) => reason === "sale-cancelled"));
  const revoked = await revokeReplaced(world, {
    current,
    listed,
    deserved: codes,
    taxesAre: isGivenBack ? "refunded" : "corrected",
    ...(stepId !== undefined && { stepId }),
  });
  return { issued, revoked };
};

const issue = async (world: IssuingWorld, current: Case, planned: PlannedCertificate): Promise<string> => {
  const { certificates, signer } = world;
  const code = world.codeOf(current.id, planned.id);
  const content: CertificateContent = {
    ...planned.content,
    code,
    checkUrl: world.checkUrl(code),
    office: world.officeName,
  };
  // First of all the key, and the file before its record: whoever finds one finds what it needs.
  await certificates.publishKey(signer);
  const issuedAt = world.clock();
  const ofPerson = planned.subject === undefined ? {} : { subject: planned.subject };
  const drawn = await signFile(signer, await world.render(content));
  const file = await certificates.keepFile(code, drawn, { issuedAt, ...ofPerson });
  const { kind, title, number, office, total, issuedOn } = content;
  await certificates.keepRecord({
    ...{ kind, title, number, code, office, issuedOn },
    ...(total !== undefined && { total }),
    id: planned.id,
    caseId: current.id,
    stepId: planned.stepId,
    holder: planned.holder,
    ...ofPerson,
    ...(planned.party !== undefined && { party: planned.party }),
    issuedAt,
    sha256: sha256(file),
    bytes: file.length,
    keyId: signer.keyId,
    version: 1,
  });
  if (planned.creditCode !== undefined) {
    await certificates.enlist(companyOwner(companyIdOf(world, planned.creditCode)), [code], issuedAt);
  }
  await certificates.enlist(caseOwner(current.id), [code], issuedAt);
  return code;
};

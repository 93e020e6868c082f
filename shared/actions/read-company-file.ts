import type { CertificateRecord } from "../certificates/certificate-record.ts";
import type { CertificateStore } from "../certificates/certificate-store.ts";
import { type LicenceRecord, licenceRecord } from "../connectors/market-regulation/port.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { companyIdOf, companyOwner } from "./certificate-owners.ts";
import { fileOf } from "./look-up-certificate.ts";
import { recordsOf } from "./read-documents.ts";
import type { World } from "./world.ts";

export interface CompanyWorld extends Pick<World, "hash" | "clock" | "call"> {
  readonly certificates: CertificateStore;
}

export interface CompanyFile {
  readonly companyId: string;
  readonly name: string;
  readonly documents: readonly CertificateRecord[];
}

interface Asked {
  readonly caller: Caller;
  readonly creditCode: string;
}

/**
 * A company's file over all its cases. It is for the legal representative and for natural persons who hold shares, as the
 * register has them at this moment; what a token or a case says of somebody does not count.
 *
 * @throws Refusal `not-your-company`, by which a stranger does not learn whether there is such a company;
 * `register-silent`
 */
export const readCompanyFile = async (world: CompanyWorld, { caller, creditCode }: Asked): Promise<CompanyFile> => {
  const companyId = companyIdOf(world, creditCode);
  const { name, idType, idNumber } = caller.person;
  const request = { creditCode, applicant: { name, idType, idNumber } };
  const outcome = await world.call(licenceRecord, request, { key: `company-file:${companyId}` });
  if (outcome.kind === "silent" || outcome.kind === "pending") throw new Refusal("register-silent");
  if (outcome.kind !== "answered" || !isOwner(outcome.answer, caller)) throw new Refusal("not-your-company");
  return {
    companyId,
    name: outcome.answer.taxpayerName,
    documents: await recordsOf(world, companyOwner(companyId)),
  };
};

/**
 * One document of it; the register is asked again, for shares are sold.
 * @throws Refusal what `readCompanyFile` throws, `document-not-found`
 */
export const readCompanyDocument = async (
  world: CompanyWorld,
  { documentId, ...asked }: Asked & { readonly documentId: string },
): Promise<{ readonly record: CertificateRecord; readonly file: Uint8Array }> => {
  const record = (await readCompanyFile(world, asked)).documents.find(({ id }) => id === documentId);
  if (!record) throw new Refusal("document-not-found", { documentId });
  return { record, file: await fileOf(world, record) };
};

/** An investor with a credit code is a company itself, and has no file of another's. */
const isOwner = ({ legalRepresentative, investors = [] }: LicenceRecord, { person }: Caller): boolean =>
  [legalRepresentative, ...investors].some(
    ({ idType, idNumber }) => idType === person.idType && idNumber.toUpperCase() === person.idNumber.toUpperCase(),
  );

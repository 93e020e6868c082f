import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import { daysBefore } from "./days.ts";
import { isSamePerson, queryDesk, recordOrNotFound } from "./desk.ts";
import { type Company, type CompanyInvestor, companyList } from "./population/companies.ts";
import { nameAndNumber } from "./population/people.ts";

const Asked = z.looseObject({
  creditCode: z.string(),
  applicant: z.looseObject({ idType: z.string(), idNumber: z.string() }),
});

interface Document {
  readonly idType: string;
  readonly idNumber: string;
}

interface Licence {
  readonly authorisedPeople: readonly Document[];
  readonly investors?: readonly Document[];
}

const investorOnRecord = (investor: CompanyInvestor) =>
  "person" in investor
    ? { ...nameAndNumber(investor.person), share: investor.share, nationality: "156", address: "柳州市例街1号" }
    : {
        name: investor.foreigner,
        idType: "passport",
        idNumber: investor.passport,
        share: investor.share,
        nationality: investor.nationality,
      };

const licenceOf = (company: Company, today: string) => {
  const named = [company.legalRepresentative, ...(company.financeHead ? [company.financeHead] : [])];
  return {
    creditCode: company.creditCode,
    taxpayerName: company.name,
    kind: company.kind,
    legalRepresentative: nameAndNumber(company.legalRepresentative),
    authorisedPeople: named.map(nameAndNumber),
    ...(company.financeHead && { financeHead: nameAndNumber(company.financeHead) }),
    registeredAddress: `例街${company.division.slice(4)}号`,
    divisionCode: company.division,
    licenceDate: daysBefore(today, 9),
    ...(company.capital && { capital: company.capital, currency: "CNY" }),
    ...(company.investors && { investors: company.investors.map(investorOnRecord) }),
    ...(company.headOffice && { headOffice: company.headOffice }),
    industryCode: company.industryCode,
    furtherIndustryCodes: company.furtherIndustryCodes ?? [],
    licenceGaps: company.gaps ?? [],
  };
};

/** The register of enterprises. It tells a record only to those whom the enterprise has named, and to who holds it. */
export const marketRegulation: SandboxAuthority = {
  id: "market-regulation",
  seed: (today) =>
    companyList.map((company) => ({
      kind: "licence",
      key: company.creditCode,
      record: licenceOf(company, today),
    })),
  desks: {
    "licence-record": queryDesk(Asked, ({ creditCode, applicant }, office) => {
      const licence = office.read<Licence & Record<string, unknown>>("licence", creditCode);
      const known = [...(licence?.authorisedPeople ?? []), ...(licence?.investors ?? [])];
      if (licence && !known.some((person) => isSamePerson(person, applicant))) {
        return {
          kind: "refusal",
          code: "applicant-not-named",
          zh: "申请人不是该企业登记的法定代表人或经办人员",
          en: "The enterprise has not named the applicant to the register",
        };
      }
      return recordOrNotFound(licence);
    }),
  },
};

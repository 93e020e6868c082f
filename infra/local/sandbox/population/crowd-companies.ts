import type { Company } from "./companies.ts";
import { inventedCreditCode } from "./credit-code.ts";
import { crowdLogin, crowdNumbers } from "./crowd.ts";

export const crowdCreditCode = (number: number): string => inventedCreditCode(1, "450203", 900_000 + number);
export const crowdBuilderCode = (number: number): string => inventedCreditCode(1, "450204", 910_000 + number);

/** As the building company, again and again: fourteen of the fifteen tasks apply. */
const crowdBuilders: readonly Company[] = crowdNumbers.map((number) => ({
  creditCode: crowdBuilderCode(number),
  name: `柳州市众例${number}号建筑有限公司`,
  kind: "company",
  division: "450204",
  legalRepresentative: crowdLogin("founder", number),
  industryCode: "4710",
  furtherIndustryCodes: ["4920"],
  capital: "8000000.00",
  investors: [{ person: crowdLogin("founder", number), share: "1" }],
  account: { signsOnline: true },
  insuredEmployees: 35,
  device: `EX-DEVICE-9${String(number).padStart(3, "0")}`,
}));

/** As the plain company, again and again. */
const crowdPlainCompanies: readonly Company[] = crowdNumbers.map((number) => ({
  creditCode: crowdCreditCode(number),
  name: `柳州市众例${number}号软件有限公司`,
  kind: "company",
  division: "450203",
  legalRepresentative: crowdLogin("founder", number),
  financeHead: crowdLogin("accountant", number),
  industryCode: "6513",
  capital: "500000.00",
  investors: [
    { person: crowdLogin("founder", number), share: "3/5" },
    { person: crowdLogin("accountant", number), share: "2/5" },
  ],
  account: { signsOnline: true },
  insuredEmployees: 6,
}));

export const crowdCompanies: readonly Company[] = [...crowdPlainCompanies, ...crowdBuilders];

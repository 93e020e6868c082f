import * as z from "zod";
import { CreditCode, DivisionCode, IndustryCode } from "../../kernel/identifiers/index.ts";
import { ShareString } from "../../kernel/rate.ts";
import { defineOperation } from "../operation.ts";
import { DayText, PersonRecord, YuanText } from "../record-shapes.ts";

/** Legal forms, as far as taxes tell them apart. */
export const taxpayerKinds = [
  "company",
  "sole-proprietor",
  "cooperative",
  "branch",
  "foreign-invested",
  "other",
] as const;
export type TaxpayerKind = (typeof taxpayerKinds)[number];

export const Investor = z.object({
  name: z.string().min(1).max(200),
  idType: z.enum(["resident-id", "passport", "credit-code", "other"]),
  idNumber: z.string().min(1).max(40),
  share: ShareString.in,
  /** ISO 3166 numeric; 156 is China. */
  nationality: z.string().regex(/^[0-9]{3}$/),
  address: z.string().min(1).max(300).exactOptional(),
});
export type Investor = z.infer<typeof Investor>;

export const HeadOffice = z.object({ creditCode: CreditCode, name: z.string().min(1).max(200) });
export type HeadOffice = z.infer<typeof HeadOffice>;

/** What a licence record may lack; the register says so itself. */
const licenceGaps = ["investors", "capital", "head-office", "further-industries"] as const;

const LicenceRequest = z.object({ creditCode: CreditCode, applicant: PersonRecord });

export const LicenceRecord = z.object({
  creditCode: CreditCode,
  taxpayerName: z.string().min(1).max(100),
  kind: z.enum(taxpayerKinds),
  legalRepresentative: PersonRecord,
  /** Whom the enterprise named to the register: these may act for it. */
  authorisedPeople: z.array(PersonRecord).min(1).max(20),
  financeHead: PersonRecord.exactOptional(),
  registeredAddress: z.string().min(1).max(300),
  divisionCode: DivisionCode,
  licenceDate: DayText,
  capital: YuanText.exactOptional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .exactOptional(),
  investors: z.array(Investor).max(200).exactOptional(),
  headOffice: HeadOffice.exactOptional(),
  industryCode: IndustryCode,
  furtherIndustryCodes: z.array(IndustryCode).max(5),
  licenceGaps: z.array(z.enum(licenceGaps)),
});
export type LicenceRecord = z.infer<typeof LicenceRecord>;

/** The register of enterprises. It answers only to people whom the enterprise has named to it. */
export const licenceRecord = defineOperation({
  authority: "market-regulation",
  name: "licence-record",
  kind: "query",
  label: { zh: "营业执照登记信息", en: "business licence record" },
  request: () => LicenceRequest,
  answer: () => LicenceRecord,
  isAbout: (request, answer) => request.creditCode === answer.creditCode,
});

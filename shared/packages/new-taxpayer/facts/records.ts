import * as z from "zod";
import { BankAccount } from "../../../connectors/bank/port.ts";
import { LicenceRecord } from "../../../connectors/market-regulation/port.ts";
import { DayText, PersonRecord } from "../../../connectors/record-shapes.ts";
import { CreditCode } from "../../../kernel/identifiers/index.ts";
import type { FactDefinition } from "../../package.ts";

const { shape } = LicenceRecord;

const ofLicence = <Schema extends z.ZodType>(schema: Schema, zh: string, en: string, isPrivate = false) => ({
  schema,
  label: { zh, en },
  holder: "market-regulation" as const,
  ...(isPrivate && { isPrivate }),
});

/** What opens a case, and what authorities hold: fetched, shown, never asked. */
export const recordFacts = {
  creditCode: { schema: CreditCode, label: { zh: "统一社会信用代码", en: "Unified social credit code" } },
  opener: { schema: PersonRecord, label: { zh: "申请人", en: "Applicant" }, isPrivate: true },

  taxpayerName: ofLicence(shape.taxpayerName, "纳税人名称", "Name of the taxpayer"),
  kind: ofLicence(shape.kind, "市场主体类型", "Legal form"),
  legalRepresentative: ofLicence(shape.legalRepresentative, "法定代表人(负责人、经营者)", "Legal representative", true),
  authorisedPeople: ofLicence(
    shape.authorisedPeople,
    "可代表企业办理的人员",
    "People who may act for the enterprise",
    true,
  ),
  financeHead: ofLicence(PersonRecord, "财务负责人", "Head of finance", true),
  registeredAddress: ofLicence(shape.registeredAddress, "注册地址", "Registered address", true),
  divisionCode: ofLicence(shape.divisionCode, "行政区划", "Administrative division"),
  licenceDate: ofLicence(shape.licenceDate, "营业执照核发日期", "Date of the licence"),
  capital: ofLicence(z.string(), "注册资本(元)", "Registered capital, yuan"),
  currency: ofLicence(z.string(), "注册资本币种", "Currency of the capital"),
  investors: ofLicence(shape.investors.unwrap(), "投资方", "Investors", true),
  headOffice: ofLicence(shape.headOffice.unwrap(), "总机构", "Head office"),
  industryCode: ofLicence(shape.industryCode, "主行业", "Main industry"),
  furtherIndustryCodes: ofLicence(shape.furtherIndustryCodes, "附行业", "Further industries"),
  licenceGaps: ofLicence(shape.licenceGaps, "登记信息缺项", "What the licence record lacks"),

  isRegistered: {
    schema: z.boolean(),
    label: { zh: "是否已办理税务登记", en: "Whether already registered for taxes" },
    holder: "core-tax",
  },
  legalRepresentativeIsTied: {
    schema: z.boolean(),
    label: {
      zh: "法定代表人是否关联非正常户",
      en: "Whether the legal representative is tied to an abnormal household",
    },
    holder: "core-tax",
  },
  insuredEmployees: {
    schema: z.int().min(0),
    label: { zh: "参保职工人数", en: "Insured employees" },
    holder: "social-insurance",
  },
  insuredSince: { schema: DayText, label: { zh: "参保起始日期", en: "Insured since" }, holder: "social-insurance" },
  hasAccount: {
    schema: z.boolean(),
    label: { zh: "是否已开立银行账户", en: "Whether an account exists" },
    holder: "bank",
  },
  bankAccounts: {
    schema: z.array(BankAccount),
    label: { zh: "银行账户", en: "Bank accounts" },
    holder: "bank",
    isPrivate: true,
  },
  openedAccounts: {
    schema: z.array(BankAccount),
    label: { zh: "新开立的银行账户", en: "Accounts opened meanwhile" },
    holder: "bank",
    isPrivate: true,
  },
  foreignersToCheck: {
    schema: z.array(PersonRecord),
    label: { zh: "须人工核对证件的人员", en: "People whose papers an officer checks" },
    holder: "public-security",
    isPrivate: true,
  },
} as const satisfies Record<string, FactDefinition>;

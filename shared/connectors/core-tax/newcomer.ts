import * as z from "zod";
import { CreditCode, DivisionCode, IndustryCode } from "../../kernel/identifiers/index.ts";
import { BankAccount } from "../bank/port.ts";
import { HeadOffice, Investor, taxpayerKinds } from "../market-regulation/port.ts";
import { defineOperation } from "../operation.ts";
import { DayText, PersonRecord, YuanText } from "../record-shapes.ts";
import { actAnswer, actRequest } from "./acts.ts";

/** A number that the core tax system gives out. */
const Issued = z.string().min(1).max(80);
/** The core tax system's own number of a taxpayer (登记序号). */
const taxpayerFile = Issued;

const verifiedRoles = ["legal-representative", "finance-head", "tax-handler", "invoice-collector"] as const;

/** Somebody who acts for the taxpayer, with all that they may do. */
export const Agent = PersonRecord.extend({ roles: z.array(z.enum(verifiedRoles)).min(1) });
export type Agent = z.infer<typeof Agent>;

export const taxpayerStatus = defineOperation({
  authority: "core-tax",
  name: "taxpayer-status",
  kind: "query",
  label: { zh: "纳税人登记状态", en: "standing of a taxpayer" },
  request: () => z.object({ creditCode: CreditCode, legalRepresentative: PersonRecord }),
  answer: () =>
    z.object({
      creditCode: CreditCode,
      isRegistered: z.boolean(),
      /** Whether the legal representative answers for a household that has vanished (非正常户). */
      legalRepresentativeIsTied: z.boolean(),
    }),
  isAbout: (request, answer) => request.creditCode === answer.creditCode,
});

export const confirmRegistration = defineOperation({
  authority: "core-tax",
  name: "confirm-registration",
  kind: "act",
  label: { zh: "登记信息确认", en: "confirmation of the registration" },
  request: () =>
    actRequest({
      taxpayerName: z.string(),
      kind: z.enum(taxpayerKinds),
      legalRepresentative: PersonRecord,
      registeredAddress: z.string(),
      productionAddress: z.string(),
      divisionCode: DivisionCode,
      industryCode: IndustryCode,
      furtherIndustryCodes: z.array(IndustryCode),
      licenceDate: DayText,
      capital: YuanText.exactOptional(),
      currency: z.string().exactOptional(),
      investors: z.array(Investor).exactOptional(),
      headOffice: HeadOffice.exactOptional(),
      accountsIndependently: z.boolean(),
    }),
  answer: () => actAnswer({ taxpayerFile, taxOffice: z.string().min(1).max(100) }),
});

export const recordAgents = defineOperation({
  authority: "core-tax",
  name: "record-agents",
  kind: "act",
  label: { zh: "实名信息采集", en: "real-name record of those who act for the taxpayer" },
  request: () => actRequest({ agents: z.array(Agent).min(1) }),
  answer: () => actAnswer({ verificationRecord: Issued }),
});

export const openEtaxAccount = defineOperation({
  authority: "core-tax",
  name: "open-etax-account",
  kind: "act",
  label: { zh: "电子税务局开户", en: "opening of the e-tax account" },
  request: () => actRequest({ taxpayerFile, agents: z.array(Agent), email: z.email().exactOptional() }),
  answer: () => actAnswer({ etaxAccount: Issued }),
});

export const determineTaxTypes = defineOperation({
  authority: "core-tax",
  name: "determine-tax-types",
  kind: "act",
  label: { zh: "税(费)种认定", en: "determination of tax types" },
  request: () =>
    actRequest({
      taxpayerFile,
      taxTypes: z
        .array(z.object({ code: z.string(), period: z.enum(["month", "quarter", "year", "occasion"]) }))
        .min(1),
      effectiveFrom: DayText,
    }),
  answer: () => actAnswer({ taxTypeNotice: Issued }),
});

export const reportAccounts = defineOperation({
  authority: "core-tax",
  name: "report-accounts",
  kind: "act",
  label: { zh: "存款账户账号报告", en: "report of bank accounts" },
  request: () => actRequest({ taxpayerFile, bankAccounts: z.array(BankAccount).min(1) }),
  answer: () => actAnswer({}),
});

export const fileAccountingSystem = defineOperation({
  authority: "core-tax",
  name: "file-accounting-system",
  kind: "act",
  label: { zh: "财务会计制度及核算软件备案", en: "filing of the accounting system" },
  request: () =>
    actRequest({
      taxpayerFile,
      accountingSystem: z.object({
        standard: z.string(),
        reportPeriod: z.enum(["month", "quarter", "year"]),
        depreciation: z.string(),
        lowValueItems: z.string(),
        software: z.string().exactOptional(),
      }),
    }),
  answer: () => actAnswer({}),
});

export const registerGeneralTaxpayer = defineOperation({
  authority: "core-tax",
  name: "register-general-taxpayer",
  kind: "act",
  label: { zh: "增值税一般纳税人登记", en: "registration as a general VAT taxpayer" },
  request: () =>
    actRequest({
      taxpayerFile,
      grounds: z.enum(["industry", "sales", "choice"]),
      effectiveFrom: DayText,
      hasSoundAccounting: z.boolean(),
    }),
  answer: () => actAnswer({ generalRegistration: Issued }),
});

export const electSimplifiedMethod = defineOperation({
  authority: "core-tax",
  name: "elect-simplified-method",
  kind: "act",
  label: { zh: "一般纳税人选择简易办法征收备案", en: "election of the simplified method" },
  request: () =>
    actRequest({
      taxpayerFile,
      generalRegistration: Issued,
      /** Without a rate the officer says it: `decision.values.ratePercent`. */
      election: z.object({ item: z.string(), ratePercent: z.string().exactOptional(), from: DayText, to: DayText }),
    }),
  answer: () => actAnswer({}),
});

export const assessFixedQuota = defineOperation({
  authority: "core-tax",
  name: "assess-fixed-quota",
  kind: "act",
  label: { zh: "定期定额户核定定额", en: "assessment of the fixed quota" },
  request: () =>
    actRequest({
      taxpayerFile,
      declared: z.object({
        floorAreaSquareMetres: z.number(),
        expectedMonthlySales: YuanText,
        equipment: z.string().exactOptional(),
        monthlyPowerKilowattHours: z.number().exactOptional(),
      }),
    }),
  answer: () => actAnswer({ monthlyQuota: YuanText }),
});

export const registerWithholdingAgent = defineOperation({
  authority: "core-tax",
  name: "register-withholding-agent",
  kind: "act",
  label: { zh: "扣缴税款登记", en: "registration as a withholding agent" },
  request: () => actRequest({ taxpayerFile, wagesSince: DayText, employees: z.int() }),
  answer: () => actAnswer({}),
});

export const paperInvoiceKinds = ["special", "ordinary"] as const;

const InvoiceLine = z.object({ kind: z.enum(paperInvoiceKinds), monthlyCount: z.int(), maxAmount: YuanText });

export const approveInvoiceTypes = defineOperation({
  authority: "core-tax",
  name: "approve-invoice-types",
  kind: "act",
  label: { zh: "发票票种核定", en: "approval of invoice types" },
  request: () =>
    actRequest({ taxpayerFile, lines: z.array(InvoiceLine).min(1), collectors: z.array(PersonRecord).min(1) }),
  answer: () => actAnswer({ invoiceApproval: Issued }),
});

export const approveInvoiceLimit = defineOperation({
  authority: "core-tax",
  name: "approve-invoice-limit",
  kind: "act",
  label: { zh: "最高开票限额审批(发票总额度)", en: "approval of the invoice limit or quota" },
  request: () =>
    actRequest({
      taxpayerFile,
      limit: z.object({ kind: z.enum(["amount-per-special-invoice", "monthly-total"]), amount: YuanText }),
    }),
  answer: () => actAnswer({ approvedAmount: YuanText }),
});

export const issueInvoicingFacility = defineOperation({
  authority: "core-tax",
  name: "issue-invoicing-facility",
  kind: "act",
  label: { zh: "税控系统专用设备初始发行", en: "first issue of the invoicing device" },
  request: () => actRequest({ taxpayerFile, invoiceApproval: Issued }),
  answer: () => actAnswer({ deviceNumber: Issued }),
});

export const issueInvoices = defineOperation({
  authority: "core-tax",
  name: "issue-invoices",
  kind: "act",
  label: { zh: "发票领用", en: "handing out of invoices" },
  request: () =>
    actRequest({
      taxpayerFile,
      invoiceApproval: Issued,
      deviceNumber: Issued,
      delivery: z.enum(["post", "counter"]),
    }),
  answer: () => actAnswer({ invoiceNumbers: Issued }),
});

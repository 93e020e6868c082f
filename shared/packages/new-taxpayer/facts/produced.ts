import * as z from "zod";
import { ReviewReason } from "../../../connectors/core-tax/acts.ts";
import { Agent, paperInvoiceKinds } from "../../../connectors/core-tax/newcomer.ts";
import { DayText, PersonRecord, YuanText } from "../../../connectors/record-shapes.ts";
import type { FactDefinition } from "../../package.ts";

const AccountingSystem = z.object({
  standard: z.string(),
  reportPeriod: z.enum(["month", "quarter", "year"]),
  depreciation: z.string(),
  lowValueItems: z.string(),
  software: z.string().exactOptional(),
});

const Proposal = z.object({
  taxHandler: PersonRecord,
  placeOfBusiness: z.string(),
  vatStatus: z.enum(["general", "small-scale"]),
  accountingSystem: AccountingSystem,
  invoices: z.enum(["digital", "tax-control", "none"]),
  monthlyQuota: YuanText.exactOptional(),
});

const issued = (zh: string, en: string) => ({ schema: z.string(), label: { zh, en } });
const review = (zh: string, en: string) => ({ schema: z.array(ReviewReason), label: { zh, en } });

/** What rules decide and tasks bring about. */
export const producedFacts = {
  proposal: {
    schema: Proposal,
    label: { zh: "按登记信息和法规预设的事项", en: "What is done unless you say otherwise" },
    isPrivate: true,
    openParts: ["vatStatus", "accountingSystem", "invoices", "monthlyQuota"],
  },
  agents: { schema: z.array(Agent), label: { zh: "办税人员", en: "Who acts for the taxpayer" }, isPrivate: true },
  placeOfBusiness: { schema: z.string(), label: { zh: "生产经营地址", en: "Place of business" }, isPrivate: true },
  keepsAccountsOfItsOwn: { schema: z.boolean(), label: { zh: "独立核算", en: "Keeps accounts of its own" } },
  registrationReview: review("登记须人工办理的原因", "Why an officer confirms the registration"),
  vatStatus: { schema: z.enum(["general", "small-scale"]), label: { zh: "增值税纳税人类别", en: "VAT status" } },
  generalStatusGrounds: {
    schema: z.enum(["industry", "sales", "choice"]),
    label: { zh: "登记为一般纳税人的原因", en: "Grounds of general status" },
  },
  generalStatusFrom: { schema: DayText, label: { zh: "一般纳税人生效之日", en: "General status from" } },
  keepsBooks: { schema: z.boolean(), label: { zh: "是否设账", en: "Whether books are kept" } },
  accountingSystem: { schema: AccountingSystem, label: { zh: "财务会计制度", en: "Accounting system" } },
  fixedQuotaIsOpen: { schema: z.literal(true), label: { zh: "可以申请定期定额", en: "May ask for a fixed quota" } },
  taxTypes: {
    schema: z.array(z.object({ code: z.string(), period: z.enum(["month", "quarter", "year", "occasion"]) })),
    label: { zh: "税(费)种", en: "Tax types" },
  },
  taxTypesReview: review("税种须人工认定的原因", "Why an officer determines tax types"),
  paysWages: { schema: z.boolean(), label: { zh: "是否支付工资", en: "Whether wages are paid" } },
  wagesSince: { schema: DayText, label: { zh: "扣缴义务发生日期", en: "Duty to withhold since" } },
  reportsAccounts: { schema: z.boolean(), label: { zh: "是否报告账户", en: "Whether accounts are reported" } },
  wantsDebit: { schema: z.boolean(), label: { zh: "是否划缴", en: "Whether taxes are debited" } },
  invoiceRegime: {
    schema: z.enum(["digital", "tax-control", "none"]),
    label: { zh: "开票方式", en: "Regime of invoices" },
  },
  invoiceLines: {
    schema: z.array(z.object({ kind: z.enum(paperInvoiceKinds), monthlyCount: z.int(), maxAmount: YuanText })),
    label: { zh: "核定的纸质发票", en: "Paper invoices applied for" },
  },
  invoiceTypesReview: review("票种须人工核定的原因", "Why an officer approves kinds and numbers"),
  invoicesWaitForGeneralStatus: {
    schema: z.boolean(),
    label: { zh: "专用发票须先登记一般纳税人", en: "Whether special invoices wait for general status" },
  },
  invoiceLimit: {
    schema: z.object({ kind: z.enum(["amount-per-special-invoice", "monthly-total"]), amount: YuanText }),
    label: { zh: "开票限额", en: "Limit of invoices" },
  },
  invoiceLimitReview: review("限额须人工审批的原因", "Why an officer approves the limit"),
  simplifiedElection: {
    schema: z.object({ item: z.string(), ratePercent: z.string().exactOptional(), from: DayText, to: DayText }),
    label: { zh: "简易办法", en: "Simplified method" },
  },
  simplifiedReview: review("简易办法须人工办理的原因", "Why an officer handles the election"),

  taxpayerFile: issued("登记序号", "Number of the taxpayer's file"),
  taxOffice: issued("主管税务机关", "Competent tax office"),
  verificationRecord: issued("实名信息采集编号", "Number of the real-name record"),
  etaxAccount: issued("电子税务局账户", "E-tax account"),
  taxTypeNotice: issued("税(费)种认定编号", "Number of the tax-type notice"),
  agreementNumber: issued("三方协议号", "Number of the debit agreement"),
  generalRegistration: issued("一般纳税人登记编号", "Number of the general registration"),
  monthlyQuota: { schema: YuanText, label: { zh: "核定月定额(元)", en: "Assessed quota a month, yuan" } },
  invoiceApproval: issued("票种核定编号", "Number of the invoice approval"),
  approvedAmount: { schema: YuanText, label: { zh: "批准的限额(元)", en: "Approved limit, yuan" } },
  deviceNumber: issued("税控设备编号", "Number of the device"),
  invoiceNumbers: issued("发票号段", "Numbers of the invoices"),
} as const satisfies Record<string, FactDefinition>;

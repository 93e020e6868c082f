import * as z from "zod";
import { paperInvoiceKinds } from "../../../connectors/core-tax/newcomer.ts";
import { CalendarDate } from "../../../kernel/calendar-date.ts";
import { PersonTyped } from "../../../kernel/identifiers/index.ts";
import { YuanString } from "../../../kernel/money.ts";
import type { FactDefinition } from "../../package.ts";
import { simplifiedItemCodes } from "../law/simplified-method.ts";

/** Money as it was typed: checked here, reckoned with in the rules, sent on as it stands. */
const Yuan = YuanString.in;

const called = <Schema extends z.ZodType>(schema: Schema, zh: string, en: string): Schema =>
  schema.meta({ title: zh, description: en });

const short = z.string().trim().min(1).max(100);
const sentence = z.string().trim().min(1).max(300);

/** Activities that decide about taxes and that no register tells. */
const declaredActivities = [
  "taxable-consumer-goods",
  "mining",
  "discharging-pollutants",
  "advertising-or-entertainment",
  "state-grain-trade",
  "consolidated-air-transport",
] as const;

const PaperInvoices = z
  .strictObject({
    lines: called(
      z
        .array(
          z.strictObject({
            kind: called(z.enum(paperInvoiceKinds), "种类", "Kind"),
            monthlyCount: called(z.int().min(1).max(10_000), "每月份数", "Number a month"),
            maxAmount: called(Yuan, "单份最高限额(元)", "Most on one invoice, yuan"),
          }),
        )
        .min(1)
        .max(paperInvoiceKinds.length),
      "票种",
      "Kinds of invoices",
    ),
    delivery: called(z.enum(["post", "counter"]), "领取方式", "How they are handed out"),
  })
  .refine(({ lines }) => new Set(lines.map(({ kind }) => kind)).size === lines.length, {
    path: ["lines"],
    params: { code: "kind-named-twice", zh: "同一票种只填一次。", en: "Name each kind of invoice once." },
  });

/** What nobody but the applicant can know. Each has a default of the law or of the record, so that none must be typed. */
export const wishFacts = {
  businessAddress: {
    schema: z.string().trim().min(1).max(300),
    label: { zh: "生产经营地址(与注册地址不同时)", en: "Place of business, if not the registered address" },
    isPrivate: true,
  },
  email: { schema: z.email().max(200), label: { zh: "电子邮箱", en: "E-mail" }, isPrivate: true },
  taxHandler: {
    schema: PersonTyped,
    label: { zh: "办税人(不是财务负责人时)", en: "Tax handler, if not the head of finance" },
    isPrivate: true,
  },
  invoiceCollectors: {
    schema: z.array(PersonTyped).min(1).max(5),
    label: { zh: "领票人(不是办税人时)", en: "Invoice collectors, if not the tax handler" },
    isPrivate: true,
  },
  accountsIndependently: {
    schema: z.boolean(),
    label: { zh: "是否独立核算(分支机构)", en: "Whether a branch keeps accounts of its own" },
  },
  declaredActivities: {
    schema: z.array(z.enum(declaredActivities)).max(declaredActivities.length),
    label: { zh: "特殊经营活动", en: "Activities with taxes of their own" },
  },
  filingPeriodWish: {
    schema: z.enum(["month", "quarter"]),
    label: { zh: "增值税申报期限(小规模纳税人)", en: "VAT period of a small-scale taxpayer" },
  },
  salesSoFar: {
    schema: Yuan,
    label: { zh: "登记前12个月内应税销售额(元)", en: "Taxable sales of the last twelve months, yuan" },
  },
  generalStatusWish: {
    schema: z.strictObject({
      hasSoundAccounting: called(z.literal(true), "会计核算健全", "Keeps sound accounts"),
      start: called(z.enum(["current-period", "next-period"]).exactOptional(), "生效之日", "When it takes effect"),
    }),
    label: { zh: "选择登记为一般纳税人", en: "Choose general VAT status" },
  },
  simplifiedMethodWish: {
    schema: z.strictObject({
      item: called(z.enum(simplifiedItemCodes), "项目", "Item"),
      contractBegunOn: called(CalendarDate.exactOptional(), "合同开工日期", "Day on which the contract's work began"),
      from: called(CalendarDate.exactOptional(), "有效期起", "Valid from"),
      until: called(CalendarDate.exactOptional(), "有效期止", "Valid until"),
    }),
    label: { zh: "选择简易办法", en: "Elect the simplified method" },
  },
  accountingWish: {
    schema: z.strictObject({
      standard: called(
        z
          .enum([
            "small-enterprise-standard",
            "enterprise-standard",
            "cooperative-accounting",
            "sole-proprietor-accounting",
          ])
          .exactOptional(),
        "会计制度",
        "Accounting standard",
      ),
      reportPeriod: called(z.enum(["month", "quarter", "year"]).exactOptional(), "报送期间", "Period of reports"),
      depreciation: called(
        z.enum(["straight-line", "units-of-production", "double-declining", "sum-of-years"]).exactOptional(),
        "折旧方法",
        "Depreciation",
      ),
      lowValueItems: called(
        z.enum(["written-off-at-once", "in-instalments"]).exactOptional(),
        "低值易耗品摊销方法",
        "Low-value items",
      ),
      software: called(short.exactOptional(), "核算软件", "Accounting software"),
    }),
    label: { zh: "财务会计制度(与默认不同时)", en: "Accounting system, if not the usual one" },
  },
  fixedQuotaWish: {
    schema: z.strictObject({
      floorAreaSquareMetres: called(z.number().min(0).max(100_000), "经营面积(平方米)", "Floor area, square metres"),
      expectedMonthlySales: called(Yuan, "预计月销售额(元)", "Expected sales a month, yuan"),
      equipment: called(sentence.exactOptional(), "主要设备", "Main equipment"),
      monthlyPowerKilowattHours: called(
        z.number().min(0).max(10_000_000).exactOptional(),
        "月用电量(千瓦时)",
        "Power used a month, kWh",
      ),
    }),
    label: { zh: "申请定期定额(不设账的个体工商户)", en: "Ask for a fixed quota, keeping no books" },
  },
  wagesFrom: {
    schema: CalendarDate,
    label: { zh: "首次支付工资日期(尚未参保时)", en: "First wages paid on, if nobody is insured yet" },
  },
  debitChoice: { schema: z.boolean(), label: { zh: "是否委托银行划缴税款", en: "Whether taxes are debited" } },
  paperInvoiceWish: { schema: PaperInvoices, label: { zh: "申请纸质发票", en: "Ask for paper invoices" } },
  quotaWish: {
    schema: z.strictObject({
      monthlyTotal: called(Yuan, "每月总额度(元)", "Total a month, yuan"),
      reason: called(sentence, "理由", "Reason"),
    }),
    label: { zh: "申请其他数电发票额度", en: "Ask for another quota of digital invoices" },
  },
} as const satisfies Record<string, FactDefinition>;

export const wishNames = Object.keys(wishFacts) as (keyof typeof wishFacts)[];

import type { Citation, Step } from "../package.ts";

type Description = Required<Pick<Step, "name" | "promise" | "replaces" | "resultDocument" | "basis">>;

const read = (act: string, article?: string): Citation => ({
  act,
  ...(article !== undefined && { article }),
  status: "read",
});
const unverified = (act: string, article?: string): Citation => ({
  act,
  ...(article !== undefined && { article }),
  status: "unverified",
});

const collectionLaw = "税收征收管理法";
const collectionRules = "税收征收管理法实施细则";
const invoiceRules = "发票管理办法";
const firstInvoices = "国家税务总局公告2018年第29号";
const nationalPackage = "税总函〔2017〕564号";

/**
 * The fifteen tasks in the order of the counter: what each is called, what it promises, what people handed in for it
 * before. The list of a bureau is data: its names, counts and promises are replaced here. Working days are written as
 * calendar days (20 working days are four weeks). The counts of forms and papers are parameters, unverified.
 */
export const taskDescriptions = {
  "registration-confirmation": {
    name: { zh: "登记信息确认", en: "Confirmation of the registration" },
    promise: "P1D",
    replaces: {
      forms: 1,
      papers: 5,
      list: {
        zh: "补充信息表;营业执照、法定代表人身份证、章程、经营场所证明、会计人员证书",
        en: "supplement form; licence, legal representative's ID, articles, proof of premises, accountant's certificate",
      },
    },
    resultDocument: { zh: "税务事项通知书(登记信息确认)", en: "Notice: registration confirmed" },
    basis: [read(collectionLaw, "第十五条"), read(collectionRules, "第十二条"), read(nationalPackage)],
  },
  "real-name-verification": {
    name: { zh: "实名办税(实名信息采集)", en: "Real-name verification" },
    promise: "P1D",
    replaces: { forms: 1, papers: 3, list: { zh: "采集表;三人身份证", en: "collection form; three IDs" } },
    resultDocument: { zh: "实名信息采集记录", en: "Verification record" },
    basis: [read(firstInvoices, "第一条"), unverified("税总发〔2016〕111号")],
  },
  "etax-account-opening": {
    name: { zh: "电子税务局开户", en: "Opening of the e-tax account" },
    promise: "P1D",
    replaces: { forms: 1, papers: 2, list: { zh: "申请表;营业执照、身份证", en: "application; licence, ID" } },
    resultDocument: { zh: "电子税务局开户通知", en: "Notice of the e-tax account" },
    basis: [read(nationalPackage)],
  },
  "tax-type-determination": {
    name: { zh: "税(费)种认定", en: "Determination of tax types" },
    promise: "P1D",
    replaces: { forms: 1, papers: 0, list: { zh: "税种登记表", en: "tax-type form" } },
    resultDocument: { zh: "税(费)种认定通知书", en: "Tax-type notice" },
    basis: [unverified(collectionLaw)],
  },
  "bank-account-report": {
    name: { zh: "存款账户账号报告", en: "Report of bank accounts" },
    promise: "P15D",
    replaces: { forms: 1, papers: 1, list: { zh: "账户账号报告表;开户许可证", en: "account report; account permit" } },
    resultDocument: { zh: "账户账号报告回执", en: "Receipt of the account report" },
    basis: [read(collectionLaw, "第十七条"), read(collectionRules, "第十七条")],
  },
  "tripartite-withholding-agreement": {
    name: { zh: "授权(委托)划缴税款协议", en: "Debit agreement" },
    promise: "P5D",
    replaces: {
      forms: 1,
      papers: 1,
      list: { zh: "协议书一式三份;营业执照", en: "agreement in three copies; licence" },
    },
    resultDocument: { zh: "委托划缴税款协议书", en: "Debit agreement" },
    basis: [unverified(collectionLaw), read(nationalPackage)],
  },
  "accounting-system-filing": {
    name: { zh: "财务会计制度及核算软件备案", en: "Filing of the accounting system" },
    promise: "P15D",
    replaces: {
      forms: 1,
      papers: 2,
      list: { zh: "备案报告书;会计制度、软件说明书", en: "filing form; accounting rules, software manual" },
    },
    resultDocument: { zh: "财务会计制度备案回执", en: "Receipt of the accounting filing" },
    basis: [read(collectionLaw, "第二十条"), read(collectionRules, "第二十四条")],
  },
  "general-taxpayer-registration": {
    name: { zh: "增值税一般纳税人登记", en: "Registration as a general VAT taxpayer" },
    promise: "P1D",
    replaces: {
      forms: 1,
      papers: 1,
      list: { zh: "登记表一式两份;营业执照", en: "registration form in two copies; licence" },
    },
    resultDocument: { zh: "增值税一般纳税人登记表", en: "General-taxpayer registration form" },
    basis: [read("国家税务总局公告2026年第2号"), unverified("国家税务总局令第43号")],
  },
  "simplified-method-filing": {
    name: { zh: "一般纳税人选择简易办法征收备案", en: "Election of the simplified method" },
    promise: "P1D",
    replaces: { forms: 1, papers: 1, list: { zh: "备案表;项目证明材料", en: "filing form; proof of the item" } },
    resultDocument: { zh: "简易办法征收备案回执", en: "Record of the election" },
    basis: [read("财政部 税务总局公告2026年第10号"), unverified("财税〔2016〕36号")],
  },
  "fixed-quota-assessment": {
    name: { zh: "定期定额户核定定额", en: "Assessment of a fixed quota" },
    promise: "P28D",
    replaces: {
      forms: 2,
      papers: 1,
      list: { zh: "定额信息采集表、申请书;租赁合同", en: "quota data form, application; rent contract" },
    },
    resultDocument: { zh: "核定定额通知书", en: "Notice of the assessed quota" },
    basis: [unverified("个体工商户税收定期定额征收管理办法(国家税务总局令第16号)")],
  },
  "withholding-agent-registration": {
    name: { zh: "扣缴税款登记", en: "Registration as a withholding agent" },
    promise: "P1D",
    replaces: { forms: 1, papers: 1, list: { zh: "扣缴义务人登记表;营业执照", en: "registration form; licence" } },
    resultDocument: { zh: "扣缴税款登记通知", en: "Note of the withholding registration" },
    basis: [read(collectionRules, "第十三条")],
  },
  "invoice-type-approval": {
    name: { zh: "发票票种核定", en: "Approval of invoice types" },
    promise: "P2D",
    replaces: {
      forms: 1,
      papers: 3,
      list: {
        zh: "票种核定表;营业执照、经办人身份证、印章印模",
        en: "approval form; licence, handler's ID, print of the seal",
      },
    },
    resultDocument: { zh: "发票票种核定通知书", en: "Notice of the approved invoice types" },
    basis: [read(invoiceRules, "第十五条"), read(firstInvoices, "第二条、第三条")],
  },
  "invoice-limit-approval": {
    name: { zh: "增值税专用发票最高开票限额审批(发票总额度)", en: "Approval of the invoice limit or quota" },
    promise: "P28D",
    replaces: {
      forms: 2,
      papers: 2,
      list: {
        zh: "最高开票限额申请单、行政许可申请表;经办人身份证、合同",
        en: "limit request, licence application; handler's ID, contracts",
      },
    },
    resultDocument: { zh: "准予税务行政许可决定书(额度通知)", en: "Licence decision or notice of the quota" },
    basis: [read("国家税务总局公告2016年第11号"), unverified("行政许可法", "第四十二条")],
  },
  "invoicing-facility-issuance": {
    name: { zh: "增值税税控系统专用设备初始发行", en: "First issue of the invoicing device" },
    promise: "P1D",
    replaces: { forms: 1, papers: 2, list: { zh: "使用通知书;营业执照、设备", en: "notice; licence, device" } },
    resultDocument: { zh: "税控设备发行记录", en: "Record of the issued device" },
    basis: [read(firstInvoices, "第二条")],
  },
  "invoice-issuance": {
    name: { zh: "发票领用", en: "Handing out of invoices" },
    promise: "P7D",
    replaces: {
      forms: 0,
      papers: 3,
      list: { zh: "领购簿、经办人身份证、设备", en: "purchase book, handler's ID, device" },
    },
    resultDocument: { zh: "发票领用记录", en: "Record of the invoices handed out" },
    basis: [read(invoiceRules, "第十五条")],
  },
} as const satisfies Record<string, Description>;

export type TaskId = keyof typeof taskDescriptions;

/** A task: its words from the list above, its work from where it is defined. */
export const task = (id: TaskId, work: Omit<Step, "id" | "kind" | keyof Description>): Step => ({
  id,
  kind: "task",
  ...taskDescriptions[id],
  ...work,
});

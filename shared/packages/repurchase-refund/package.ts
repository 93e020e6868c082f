import * as z from "zod";
import {
  coreTaxRepurchase,
  PurchaseTaxed,
  type RefundOrdered,
  SaleTaxed,
} from "../../connectors/core-tax/repurchase.ts";
import { ContractNumber, type ContractRecord, housingContracts } from "../../connectors/housing-contracts/port.ts";
import { PersonRecord } from "../../connectors/record-shapes.ts";
import { addYears, type CalendarDate } from "../../kernel/day.ts";
import type { Text } from "../../kernel/text.ts";
import { liuzhou } from "../../tax/localities/liuzhou.ts";
import type { Locality } from "../../tax/locality.ts";
import { assessRepurchaseRefund } from "../../tax/refund.ts";
import { RepurchaseFacts } from "../../tax/repurchase-facts.ts";
import type { FactValues } from "../condition.ts";
import { definePackage } from "../define-package.ts";
import type { Citation, Package, StepContext, StepReading } from "../package.ts";

const basis: readonly Citation[] = [
  { act: "财政部 税务总局 住房城乡建设部公告2026年第3号", status: "read" },
  { act: "税收征收管理法", article: "第五十一条", status: "read" },
];

const Refund = z.object({
  amount: z.string(),
  saleContract: z.string(),
  paidTo: z.string(),
  explanation: z.array(z.object({ zh: z.string(), en: z.string() })),
});

const values = {
  opener: PersonRecord.loose(),
  purchaseShare: z.string(),
  sale: SaleTaxed,
  purchase: PurchaseTaxed,
  refund: Refund,
} as const;
type Values = { readonly [Name in keyof typeof values]: z.infer<(typeof values)[Name]> } & {
  readonly contractNumber: string;
};
const valuesIn = (facts: FactValues): Values => facts as unknown as Values;

const personIn = (facts: FactValues): PersonRecord => {
  const { name, idType, idNumber } = valuesIn(facts).opener;
  return { name, idType, idNumber };
};

/** The latest sale before the purchase whose year is not over, or else the latest: the law then says what it lacks. */
const saleFor = (sales: readonly SaleTaxed[], purchase: PurchaseTaxed): SaleTaxed | undefined => {
  const boughtOn = purchase.deedTaxPaidOn;
  const latestFirst = [...sales].sort((one, other) => (one.taxPaidOn > other.taxPaidOn ? -1 : 1));
  const isInTime = ({ taxPaidOn }: SaleTaxed) =>
    taxPaidOn <= boughtOn && boughtOn <= addYears(taxPaidOn as CalendarDate, 1);
  return latestFirst.find(isInTime) ?? latestFirst[0];
};

const decideRefund =
  (locality: Locality) =>
  (facts: FactValues, { today }: StepContext): StepReading => {
    const { sale, purchase, purchaseShare } = valuesIn(facts);
    const { outcome, amount, explanation, shortfalls } = assessRepurchaseRefund(
      RepurchaseFacts.parse({
        sale: {
          division: sale.division,
          taxPaidOn: sale.taxPaidOn,
          taxPaid: sale.taxPaid,
          priceWithoutVat: sale.priceWithoutVat,
          share: sale.share,
        },
        purchase: {
          division: purchase.division,
          kind: "existing",
          deedTaxPaidOn: purchase.deedTaxPaidOn,
          priceWithoutVat: purchase.priceWithoutVat,
          share: purchaseShare,
        },
      }),
      { locality, askedOn: today },
    );
    if (outcome !== "refund" || amount === null) {
      return { kind: "refused", code: "no-refund", because: together(shortfalls) };
    }
    const told = explanation.map(({ zh, en }) => ({ zh, en }));
    const refund = { amount, saleContract: sale.contractNumber, paidTo: sale.paidFrom, explanation: told };
    return { kind: "done", gives: { refund } };
  };

const together = (sentences: readonly Text[]): Text => ({
  zh: sentences.map(({ zh }) => zh).join(""),
  en: sentences.map(({ en }) => en).join(" "),
});

/**
 * Who sold a home and bought again within a year gets income tax back (换购住房退税): opened with the contract of the
 * purchase; the sale, what was paid on it and from which account are found by the tax office itself.
 */
const repurchaseRefundIn = (locality: Locality): Package =>
  definePackage({
    id: "repurchase-refund",
    version: 1,
    name: { zh: "换购住房退税", en: "Refund of income tax when buying again" },
    summary: {
      zh: "出售住房后一年内再买房的,凭新购合同编号申请;原售房完税信息由税务机关自行查找,退回原缴款账户。",
      en: "For those who buy again within a year of selling: opened by the new contract's number; the sale is found by the tax office, and the money goes back to the account that it came from.",
    },
    opensWith: ["contractNumber"],
    openedBy: ["buyer"],
    roles: { buyer: { name: { zh: "购房人", en: "buyer" }, listedIn: "buyers" } },
    facts: {
      opener: { schema: values.opener, isPrivate: true, label: { zh: "申请人", en: "applicant" } },
      contractNumber: { schema: ContractNumber, label: { zh: "新购住房合同编号", en: "contract of the purchase" } },
      buyers: {
        schema: z.array(PersonRecord.loose()),
        holder: "housing-contracts",
        isPrivate: true,
        label: { zh: "购房人", en: "buyers" },
      },
      purchaseShare: { schema: z.string(), holder: "housing-contracts", label: { zh: "新购份额", en: "share bought" } },
      purchase: { schema: PurchaseTaxed, holder: "core-tax", label: { zh: "新购住房完税信息", en: "purchase" } },
      sale: { schema: SaleTaxed, holder: "core-tax", isPrivate: true, label: { zh: "原售房完税信息", en: "sale" } },
      refund: { schema: Refund, label: { zh: "应退税额", en: "refund" } },
      refundNumber: { schema: z.string(), holder: "core-tax", label: { zh: "退还书编号", en: "refund order" } },
    },
    steps: [
      {
        id: "contract",
        kind: "record",
        name: { zh: "调取新购住房合同", en: "The contract of the purchase" },
        needs: ["contractNumber", "opener"],
        gives: ["buyers", "purchaseShare"],
        looksUp: [{ about: "opener", under: "opening" }],
        performs: housingContracts.contract,
        request: (facts) => ({ contractNumber: valuesIn(facts).contractNumber }),
        read: (answer, facts): StepReading => {
          const { buyers, status } = answer as ContractRecord;
          if (status === "cancelled")
            return { kind: "refused", code: "contract-cancelled", because: contractCancelled };
          const { idType, idNumber } = personIn(facts);
          const own = buyers.find((buyer) => buyer.idType === idType && buyer.idNumber === idNumber);
          // The engine refuses whoever the record does not name; the share of nobody is then of no account.
          return { kind: "done", gives: { buyers, purchaseShare: own?.share ?? "1" } };
        },
        replaces: { forms: 0, papers: 1, list: { zh: "新购住房合同", en: "contract of the purchase" } },
      },
      {
        id: "purchase",
        kind: "record",
        name: { zh: "查询新购住房契税", en: "The deed tax of the purchase" },
        needs: ["contractNumber", "buyers"],
        gives: ["purchase"],
        looksUp: [{ under: "opening" }],
        performs: coreTaxRepurchase.purchaseTaxed,
        request: (facts) => ({ contractNumber: valuesIn(facts).contractNumber }),
        read: (answer) => ({ kind: "done", gives: { purchase: answer } }),
        readNotFound: () => ({ kind: "refused", code: "purchase-not-taxed", because: purchaseNotTaxed }),
        replaces: { forms: 0, papers: 1, list: { zh: "新购住房契税完税证明", en: "deed-tax certificate" } },
      },
      {
        id: "sale",
        kind: "record",
        name: { zh: "查找原售房完税信息", en: "The earlier sale" },
        needs: ["opener", "purchase"],
        gives: ["sale"],
        looksUp: [{ about: "opener", under: "opening" }],
        performs: coreTaxRepurchase.salesTaxed,
        request: (facts) => ({ person: personIn(facts) }),
        read: (answer, facts): StepReading => {
          const { sales } = answer as { readonly sales: readonly SaleTaxed[] };
          const sale = saleFor(sales, valuesIn(facts).purchase);
          return sale
            ? { kind: "done", gives: { sale } }
            : { kind: "refused", code: "no-sale-found", because: noSaleFound };
        },
        replaces: {
          forms: 0,
          papers: 2,
          list: { zh: "原售房合同、个人所得税完税证明", en: "contract and tax certificate of the sale" },
        },
      },
      {
        id: "refund-rule",
        kind: "rule",
        name: { zh: "计算应退税额", en: "The refund" },
        needs: ["sale", "purchase", "purchaseShare"],
        gives: ["refund"],
        decide: decideRefund(locality),
        basis,
      },
      {
        id: "application",
        kind: "person",
        name: { zh: "确认退税申请", en: "The application" },
        needs: ["refund"],
        gives: [],
        asks: {
          role: "buyer",
          fields: [],
          shows: ["refund", "purchase"],
          needsStepUp: true,
          signs: ({ refund, purchase }) => ({ form: "repurchase-refund/1", refund, purchase }),
          statement: {
            zh: "本人确认上述信息属实,申请将应退个人所得税退回原缴款账户。",
            en: "I confirm that this is true, and apply for the refund to the account from which the tax was paid.",
          },
        },
        promise: "P30D",
        replaces: {
          forms: 1,
          papers: 1,
          list: { zh: "退税申请表、银行卡复印件", en: "application, copy of the bank card" },
        },
      },
      {
        id: "pay-refund",
        kind: "task",
        name: { zh: "办理退税", en: "The refund is paid" },
        needs: ["opener", "contractNumber", "refund"],
        after: ["application"],
        gives: ["refundNumber"],
        performs: coreTaxRepurchase.refundRepurchase,
        isIrreversible: true,
        request: (facts) => {
          const { contractNumber, refund } = valuesIn(facts);
          const { amount, saleContract, paidTo } = refund;
          return { person: personIn(facts), saleContract, purchaseContract: contractNumber, amount, payTo: paidTo };
        },
        read: (answer, facts): StepReading => {
          const { refundNumber, orderedOn, amount, paidTo } = answer as RefundOrdered;
          const { refund } = valuesIn(facts);
          if (amount !== refund.amount || paidTo !== refund.paidTo) {
            return { kind: "refused", code: "refund-differs", because: refundDiffers };
          }
          return { kind: "done", gives: { refundNumber }, document: { number: refundNumber, issuedOn: orderedOn } };
        },
        resultDocument: { zh: "税收收入退还书", en: "refund order" },
        basis,
      },
    ],
    before: { visits: 1, duration: "P5D", source: "参数,未核实" },
    visits: 0,
  });

/** The refund in Liuzhou. */
export const repurchaseRefund: Package = repurchaseRefundIn(liuzhou);

const contractCancelled: Text = {
  zh: "该合同已注销,不能办理退税。请核对合同编号。",
  en: "This contract has been cancelled: no refund follows from it. Please check its number.",
};

const purchaseNotTaxed: Text = {
  zh: "该合同尚未缴纳契税。请先缴纳契税,再来申请退税。",
  en: "The deed tax of this purchase is not paid yet. Please pay it first, and then apply.",
};

const noSaleFound: Text = {
  zh: "没有查到您出售住房并缴纳个人所得税的记录,无税可退。如认为有误,请联系税务机关。",
  en: "No sale of yours on which income tax was paid is on record, so that there is nothing to refund. If you think otherwise, please contact the tax office.",
};

const refundDiffers: Text = {
  zh: "退还书与申请不一致,税务人员会核对并与您联系。",
  en: "The refund order differs from the application. The tax office examines it and will contact you.",
};

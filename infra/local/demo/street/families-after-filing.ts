import { contractOf } from "../../sandbox/population/housing/street/sale.ts";
import { approvedWith } from "./approved-with.ts";
import type { Family } from "./family.ts";
import { contractWith } from "./record-turns.ts";

/** What comes after the bills, and sales that an officer must look at as a whole. */
export const familiesAfterFiling: readonly Family[] = [
  {
    id: "one-pays-for-the-other",
    story: { zh: "双方约定买方的契税由卖方代缴。", en: "They agree that the seller pays the buyer's deed tax." },
    outcome: {
      zh: "卖方看到并缴纳买方的缴款单,纳税人仍是买方。",
      en: "The seller is shown the buyer's bill and pays it; the taxpayer stays the buyer.",
    },
    contractNumber: contractOf(727),
    people: ["seller-qu", "buyer-ge"],
    answers: { "buyer-declaration": { "*": { buyerPaidBy: "seller-1" } } },
    withholds: ["buyer-ge"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4000.00"] },
  },
  {
    id: "cancelled-before-payment",
    story: {
      zh: "缴款单开出后双方解除合同,卖方申请撤销申报。",
      en: "Once the bills are there both cancel the contract, and the seller asks for the declaration to be taken back.",
    },
    outcome: {
      zh: "系统核实合同已注销,缴款单作废,无需缴税。",
      en: "The contract is looked up and found cancelled: the bill is void, nothing is paid.",
    },
    contractNumber: contractOf(728),
    people: ["seller-dou", "buyer-yun"],
    withholds: ["seller-dou", "buyer-yun"],
    turns: [
      {
        when: { step: "payment", status: "waiting" },
        happens: { kind: "record", record: contractWith(728, { status: "cancelled" }) },
      },
      {
        when: { step: "payment", status: "waiting" },
        happens: { kind: "request", login: "seller-dou", step: "cancellation", reason: "双方已解除合同" },
      },
    ],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4100.00"], paid: "0.00" },
  },
  {
    id: "corrected-after-registration",
    story: {
      zh: "登记后买方发现漏报了两套住房,申请更正申报。",
      en: "After the registration the buyer finds that two homes were left out, and asks for a correction.",
    },
    outcome: {
      zh: "税务人员认定成立,按原申报日改按3%,买方重新确认,只补缴差额8400元。",
      en: "An officer finds it so: 3 % as of the filing day; she confirms again and pays the difference of 8,400 only.",
    },
    contractNumber: contractOf(739),
    people: ["seller-suo", "buyer-pang"],
    decisions: {
      correction: approvedWith({
        correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea: 2 } } } },
      }),
    },
    turns: [
      {
        when: { step: "registration", status: "done" },
        happens: { kind: "request", login: "buyer-pang", step: "correction", reason: "漏报两套住房" },
      },
    ],
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 12600.00"],
      officer: ["correction"],
      signedAnew: ["buyer-declaration"],
    },
  },
  {
    id: "between-spouses",
    story: { zh: "妻子把住房“卖”给丈夫。", en: "A wife sells her home to her husband." },
    outcome: {
      zh: "夫妻之间变更权属,不按买卖计税:税务人员告知后结束办件。",
      en: "A change of title between spouses is no sale: an officer tells them so and ends the case.",
    },
    contractNumber: contractOf(740),
    people: ["wife-xiong", "husband-ji"],
    decisions: { "family-check": [{ approved: false }] },
    expected: { status: "refused", payments: [], refused: "officer-refused" },
  },
  {
    id: "shop",
    story: { zh: "出售的是一间商铺。", en: "What is sold is a shop." },
    outcome: {
      zh: "非住房由税务人员计算,不自动计税。",
      en: "What is no home is reckoned by an officer, never by itself.",
    },
    contractNumber: contractOf(741),
    people: ["seller-shu", "buyer-xiang"],
    decisions: { assessment: [{ approved: false }] },
    expected: { status: "refused", payments: [], refused: "officer-refused" },
  },
  {
    id: "price-in-dollars",
    story: { zh: "合同价款为六万美元。", en: "The contract's price is 60,000 US dollars." },
    outcome: {
      zh: "税务人员按规定汇率折合人民币426000元,按1%计税。",
      en: "An officer converts it to 426,000 yuan at the rate that the law names: 1 % of that.",
    },
    contractNumber: contractOf(742),
    people: ["seller-dong", "buyer-liang-w"],
    decisions: { "record-check": approvedWith({ priceInYuan: "426000.00" }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4260.00"], officer: ["record-check"] },
  },
];

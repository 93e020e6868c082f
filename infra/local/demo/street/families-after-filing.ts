import { contractOf } from "../../sandbox/population/housing/street/sale.ts";
import { approvedWith } from "./approved-with.ts";
import type { Family } from "./family.ts";
import { contractTakenBack, contractWith, termOfPayment } from "./record-turns.ts";

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
    id: "cancelled-after-payment",
    story: {
      zh: "缴清税款后、登记前,双方解除合同。",
      en: "The taxes are paid; before the transfer is registered, both take their contract back.",
    },
    outcome: {
      zh: "登记机构告知未登记,已缴契税4100元原路退还,无需申请。",
      en: "The register says that there is no transfer: the deed tax of 4,100 goes back by itself.",
    },
    contractNumber: contractOf(745),
    people: ["seller-hua", "buyer-tao"],
    turns: [{ when: "opening", happens: { kind: "record", record: contractTakenBack(745) } }],
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 4100.00"],
      paid: "4100.00",
      refunded: ["4100.00"],
    },
  },
  {
    id: "paid-late",
    story: {
      zh: "缴款期限已过十天,买方才缴款。",
      en: "The buyer pays ten days after the last day to pay.",
    },
    outcome: {
      zh: "按日加收万分之五的滞纳金:4000元×0.05%×10天=20元,其余照常办理。",
      en: "0.05 % is added for each day: 4,000 x 0.05 % x 10 days = 20 yuan; all else goes on as usual.",
    },
    contractNumber: contractOf(743),
    people: ["seller-kuang", "buyer-yao"],
    turns: [{ when: "opening", happens: { kind: "record", record: termOfPayment(743, -10) } }],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4000.00"], surcharge: "20.00" },
  },
  {
    id: "nothing-to-pay",
    story: {
      zh: "母亲把自己的一半以四角的象征性价格卖给共有的儿子。",
      en: "A mother sells her half to her son, who owns the other half, for a symbolic forty fen.",
    },
    outcome: {
      zh: "税务人员认可近亲属之间的理由;税款为零,没有缴款单,直接推送完税信息并登记。",
      en: "An officer accepts that they are near relatives; no tax comes to a fen, so that there is no bill: cleared and registered at once.",
    },
    contractNumber: contractOf(744),
    people: ["mother-chu", "son-chu"],
    answers: {
      "seller-price": { "*": { sellerPriceAnswer: { accepts: false, reason: "母子之间转让份额" } } },
      "buyer-price": { "*": { buyerPriceAnswer: { accepts: false, reason: "母子之间转让份额" } } },
    },
    decisions: { "price-review": approvedWith({ priceReview: "reason-accepted" }) },
    expected: { status: "completed", payments: [], officer: ["price-review"] },
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
    id: "corrected-downwards",
    story: {
      zh: "登记后查明,登记在买方名下的两套住房属同名他人。",
      en: "After the registration it turns out that two homes registered to the buyer are another's of her name.",
    },
    outcome: {
      zh: "税务人员认定成立,由3%改按1%,买方重新确认,多缴的8400元原路退还。",
      en: "An officer finds it so: 1 % instead of 3 %; she confirms again, and 8,400 go back the way they came.",
    },
    contractNumber: contractOf(746),
    people: ["seller-qiang", "buyer-jia"],
    decisions: {
      correction: approvedWith({
        correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea: 0 } } } },
      }),
    },
    turns: [
      {
        when: { step: "registration", status: "done" },
        happens: { kind: "request", login: "buyer-jia", step: "correction", reason: "两套住房属同名他人" },
      },
    ],
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 4200.00"],
      refunded: ["8400.00"],
      officer: ["correction"],
      signedAnew: ["buyer-declaration"],
    },
  },
  {
    id: "buys-again",
    story: {
      zh: "不久前出售住房的毕、傅夫妻再买一套较小的。",
      en: "The Bi couple, who have just sold their home, buy a smaller one.",
    },
    outcome: { zh: "买方按1%各缴1500元。", en: "1 %: 1,500 each." },
    contractNumber: contractOf(747),
    people: ["seller-yu", "seller-bi", "seller-fu"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 1500.00", "buyer-2 deed-tax 1500.00"] },
  },
  {
    id: "repurchase-refund",
    story: {
      zh: "毕先生凭新购合同编号申请换购住房退税,不用说出原来那笔交易。",
      en: "Mr Bi asks for the refund of those who buy again, with the new contract's number alone.",
    },
    outcome: {
      zh: "系统自行找到一年内的售房,按新旧金额比例退还个人所得税11730元,退回原缴款账户。",
      en: "The sale is found by itself: 300,000 of 500,000 are spent again, so that 11,730 of his 19,550 go back to the account that paid.",
    },
    packageId: "repurchase-refund",
    contractNumber: contractOf(747),
    people: ["seller-bi"],
    expected: {
      status: "completed",
      payments: [],
      repurchase: { amount: "11730.00", saleContract: contractOf(707) },
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

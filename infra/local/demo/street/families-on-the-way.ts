import { contractOf } from "../../sandbox/population/housing/street/sale.ts";
import { approvedWith } from "./approved-with.ts";
import type { Family } from "./family.ts";
import { contractWith, unitWith } from "./record-turns.ts";

/** What happens on the way, and how homes are counted. */
export const familiesOnTheWay: readonly Family[] = [
  {
    id: "party-never-answers",
    story: { zh: "买方一直没有回应。", en: "The buyer never answers." },
    outcome: {
      zh: "办件保留,双方都能看到在等谁;不收税。",
      en: "The case stays, and everyone sees whom it waits for; nothing is collected.",
    },
    contractNumber: contractOf(714),
    people: ["seller-an"],
    expected: { status: "open", waitsFor: ["buyer"], payments: [] },
  },
  {
    id: "seizure-before-filing",
    story: {
      zh: "双方核对后、申报前,房屋被查封。",
      en: "Between their declarations and the filing the home is seized.",
    },
    outcome: {
      zh: "公开重新计税,双方知悉后重新确认,税费不变;登记被拒,解封后再次申请即办结。",
      en: "Reckoned anew openly; both confirm again; the taxes stay. It is not registered until it is released; then the buyer asks once more.",
    },
    contractNumber: contractOf(715),
    people: ["seller-ji", "buyer-ai"],
    turns: [
      {
        when: { step: "seller-declaration", status: "done" },
        happens: { kind: "record", record: unitWith(715, { restrictions: ["seizure"] }) },
      },
      {
        when: { step: "registration", status: "refused" },
        happens: { kind: "record", record: unitWith(715, { restrictions: [] }) },
      },
      {
        when: { step: "registration", status: "refused" },
        happens: { kind: "request", login: "buyer-ai", step: "registration", reason: "查封已解除" },
      },
    ],
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 4200.00"],
      signedAnew: ["seller-declaration", "buyer-declaration"],
    },
  },
  {
    id: "buyer-with-presale-home",
    story: { zh: "买方另有一套本市预售网签住房。", en: "The buyer has a home off-plan in the city." },
    outcome: { zh: "预售住房计入,第二套超140平方米,2%。", en: "It counts: a second home above 140 m², 2 %." },
    contractNumber: contractOf(716),
    people: ["seller-lou", "buyer-diao"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 16000.00"] },
  },
  {
    id: "seller-with-presale-home",
    story: { zh: "卖方夫妻在南宁有一套预售网签住房。", en: "The sellers have a home off-plan in Nanning." },
    outcome: { zh: "税务人员认定不计入,免税。", en: "An officer does not count it: free." },
    contractNumber: contractOf(717),
    people: ["seller-gong", "seller-ming", "buyer-sui"],
    decisions: { assessment: approvedWith({ families: { "seller-1": { otherHomesInProvince: 0 } } }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 5500.00"], officer: ["assessment"] },
  },
  {
    id: "child-owns-a-home",
    story: {
      zh: "父亲购房,未成年女儿名下已有一套。",
      en: "A father buys; his daughter, a child, owns a home.",
    },
    outcome: {
      zh: "未成年子女的住房计入买方家庭,第二套超140平方米,2%。",
      en: "A child's home counts for the buyer's family: a second home above 140 m², 2 %.",
    },
    contractNumber: contractOf(748),
    people: ["seller-jin", "father-wan"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 12000.00"] },
  },
  {
    id: "count-accepted",
    story: {
      zh: "买方申报没有住房,登记有一套,核对后接受。",
      en: "The buyer says that she has no home; the register knows one, which she accepts.",
    },
    outcome: { zh: "按登记套数,第二套,2%。", en: "The registered number counts: 2 %." },
    contractNumber: contractOf(718),
    people: ["seller-xian", "buyer-shu"],
    answers: {
      "buyer-authorisation": { "*": { buyerHomesDeclared: 0 } },
      "buyer-count": { "*": { buyerCountAccepted: true } },
    },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 10000.00"] },
  },
  {
    id: "count-contested",
    story: {
      zh: "买方申报没有住房,登记有一套,买方不接受。",
      en: "The buyer says that he has no home, and does not accept the one that the register knows.",
    },
    outcome: {
      zh: "税务人员核实登记有误,按首套,1.5%。",
      en: "An officer finds the register mistaken: a first home, 1.5 %.",
    },
    contractNumber: contractOf(719),
    people: ["seller-zong", "buyer-bian"],
    answers: {
      "buyer-authorisation": { "*": { buyerHomesDeclared: 0 } },
      "buyer-count": { "*": { buyerCountAccepted: false } },
    },
    decisions: { assessment: approvedWith({ families: { "buyer-1": { otherHomesInQueryArea: 0 } } }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 7500.00"], officer: ["assessment"] },
  },
  {
    id: "buyers-of-two-families",
    story: {
      zh: "母亲与成年儿子共同购房,母亲已有一套。",
      en: "A mother and her grown-up son buy together; she has a home.",
    },
    outcome: {
      zh: "不同家庭共同购买,税务人员从严按第二套,2%。",
      en: "Two families: an officer takes the worse case, a second home, 2 %.",
    },
    contractNumber: contractOf(720),
    people: ["seller-huo", "mother-zan", "son-zan"],
    decisions: { assessment: approvedWith({ buyersCountAs: { otherHomesInQueryArea: 1 } }) },
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 6000.00", "buyer-2 deed-tax 6000.00"],
      officer: ["assessment"],
    },
  },
  {
    id: "part-sold",
    story: {
      zh: "弟弟把一半份额卖给共有的姐姐。",
      en: "A brother sells his half to his sister, who owns the other half.",
    },
    outcome: {
      zh: "按份额计价,面积按整套150平方米,首套1.5%。",
      en: "The price of the half; the area of the whole, 150 m²: 1.5 %.",
    },
    contractNumber: contractOf(721),
    people: ["brother-qi", "sister-qi"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4500.00"] },
  },
  {
    id: "divorced-after-contract",
    story: { zh: "卖方签约后、申报前离婚。", en: "The seller divorced between contract and filing." },
    outcome: { zh: "税务人员认定家庭范围后免税。", en: "An officer settles who the family is; free." },
    contractNumber: contractOf(722),
    people: ["seller-lian", "buyer-chai"],
    decisions: { assessment: approvedWith({ families: { "seller-1": { marriage: "divorced" } } }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4800.00"], officer: ["assessment"] },
  },
  {
    id: "contract-cancelled",
    story: { zh: "卖方确认后,双方解除了合同。", en: "After the seller has declared, both cancel the contract." },
    outcome: { zh: "申报不再进行,没有任何缴款单。", en: "Nothing is filed and no bill is issued." },
    contractNumber: contractOf(723),
    people: ["seller-meng", "buyer-ban"],
    turns: [
      {
        when: { step: "seller-declaration", status: "done" },
        happens: { kind: "record", record: contractWith(723, { status: "cancelled" }) },
      },
    ],
    expected: { status: "refused", payments: ["buyer-1 deed-tax 4700.00"], refused: "contract-cancelled" },
  },
  {
    id: "seller-by-agent",
    story: {
      zh: "卖方长期在外,由合同载明的代理人办理。",
      en: "The seller is far away; the agent named in the contract acts for her.",
    },
    outcome: {
      zh: "代理人授权和申报,纳税人仍是卖方。",
      en: "The agent authorises and declares; the taxpayer stays the seller.",
    },
    contractNumber: contractOf(724),
    people: ["agent-nie", "buyer-zhan"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4600.00"] },
  },
  {
    id: "third-home",
    story: { zh: "夫妻二人各有一套住房,再购一套。", en: "A couple with a home each buys a third." },
    outcome: { zh: "不享受优惠,按3%。", en: "No relief: 3 %." },
    contractNumber: contractOf(725),
    people: ["seller-ren", "buyer-ling", "buyer-ping"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 7500.00", "buyer-2 deed-tax 7500.00"] },
  },
  {
    id: "housing-reform",
    story: {
      zh: "老职工出售2001年购买的房改房。",
      en: "A retired worker sells the home bought under the housing reform in 2001.",
    },
    outcome: {
      zh: "按最早的合同日期起算,唯一住房免税。",
      en: "The clock runs from the earliest document, the contract: free.",
    },
    contractNumber: contractOf(726),
    people: ["seller-weng", "buyer-xing"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 3500.00"] },
  },
];

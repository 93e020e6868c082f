import { contractOf } from "../../sandbox/population/housing/street/sale.ts";
import { approvedWith } from "./approved-with.ts";
import type { Family } from "./family.ts";

/** Who sells, since when, and what else they own. */
export const familiesOfOwners: readonly Family[] = [
  {
    id: "plain",
    story: {
      zh: "一对夫妻出售唯一住房,一对年轻夫妻购买首套。",
      en: "A couple sells its only home, a young couple buys its first.",
    },
    outcome: { zh: "卖方免税;买方按1%各缴4400元。", en: "Free for the sellers; the buyers pay 1 %, 4,400 each." },
    contractNumber: "LZ-CLF-000101",
    people: ["buyer-huang", "buyer-liang", "seller-wei", "seller-qin"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4400.00", "buyer-2 deed-tax 4400.00"] },
  },
  {
    id: "sold-within-two-years",
    story: { zh: "买入十四个月后转手,房屋有抵押。", en: "Bought fourteen months ago, mortgaged, and sold again." },
    outcome: {
      zh: "不满两年,缴增值税及附加、个人所得税;提示抵押。",
      en: "Below two years: VAT, surcharges and income tax; the mortgage is warned of.",
    },
    contractNumber: "LZ-CLF-000201",
    people: ["seller-mo", "buyer-lu"],
    expected: {
      status: "completed",
      payments: [
        "seller-1 vat 18349.51",
        "seller-1 urban-maintenance-tax 642.23",
        "seller-1 education-surcharge 275.24",
        "seller-1 local-education-surcharge 183.50",
        "seller-1 income-tax 1313.90",
        "buyer-1 deed-tax 6116.50",
      ],
    },
  },
  {
    id: "second-homes",
    story: {
      zh: "卖方在南宁另有住房;买方有一个孩子,本市已有一套。",
      en: "The sellers have another home in Nanning; the buyers have a child and one home here.",
    },
    outcome: {
      zh: "卖方按差额20%缴税,买方第二套超140平方米,按2%。",
      en: "Income tax of 20 % on the gain; a second home above 140 m², 2 %.",
    },
    contractNumber: "LZ-CLF-000301",
    people: ["seller-tan", "seller-luo", "buyer-lan", "buyer-shi"],
    expected: {
      status: "completed",
      payments: [
        "seller-1 income-tax 56600.00",
        "seller-2 income-tax 56600.00",
        "buyer-1 deed-tax 15600.00",
        "buyer-2 deed-tax 15600.00",
      ],
    },
  },
  {
    id: "records-conflict",
    story: {
      zh: "合同写一人出售全部,登记簿上另有共有人。",
      en: "The contract has one person sell the whole; the register knows a co-owner.",
    },
    outcome: {
      zh: "两处记录不一致,税务人员不予办理,不收税。",
      en: "Two records contradict each other: an officer refuses, nothing is collected.",
    },
    contractNumber: "LZ-CLF-000401",
    people: ["seller-he", "buyer-feng"],
    decisions: { "record-check": [{ approved: false }] },
    expected: { status: "refused", payments: [], refused: "officer-refused" },
  },
  {
    id: "spouse-absent",
    story: {
      zh: "丈夫出售登记在自己一人名下的房屋,妻子不是合同当事人。",
      en: "A husband sells what is registered to him alone; his wife is no party.",
    },
    outcome: {
      zh: "未经妻子授权不查询,税务人员认定另有一套。",
      en: "She is not asked about; an officer establishes one other home.",
    },
    contractNumber: "LZ-CLF-000501",
    people: ["seller-su", "buyer-ou"],
    decisions: { "family-check": approvedWith({ families: { "seller-1": { otherHomesInProvince: 1 } } }) },
    expected: {
      status: "completed",
      // (540,000 - 330,000 - 4,950) x 20 %
      payments: ["seller-1 income-tax 41010.00", "buyer-1 deed-tax 5400.00"],
      officer: ["family-check"],
    },
  },
  {
    id: "divorced-seller",
    story: {
      zh: "卖方离婚时分得房屋;买方查不到婚姻登记。",
      en: "The seller got the home in her divorce; no register knows the buyer.",
    },
    outcome: {
      zh: "按离婚前购房日起算,卖方免税;买方承诺未婚。",
      en: "Counted from the couple's purchase: free; the buyer commits to being single.",
    },
    contractNumber: "LZ-CLF-000601",
    people: ["seller-pan", "buyer-xie"],
    answers: { "buyer-statement": { "*": { buyerStatement: { marriage: "single" } } } },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4100.00"] },
  },
  {
    id: "inherited",
    story: {
      zh: "女儿出售2023年继承、父母1999年购买的房屋。",
      en: "A daughter sells what she inherited; her parents bought it in 1999.",
    },
    outcome: {
      zh: "持有时间自父母购房起算,唯一住房免税。",
      en: "The clock runs from the parents' purchase: her only home, free.",
    },
    contractNumber: contractOf(701),
    people: ["heir-ye", "buyer-fan"],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4500.00"] },
  },
  {
    id: "widow",
    story: {
      zh: "丧偶的卖方,没有其他继承未登记的房屋。",
      en: "A widow sells; she has inherited nothing that is not registered.",
    },
    outcome: { zh: "她作出承诺后免税。", en: "She commits to that; free." },
    contractNumber: contractOf(702),
    people: ["widow-yan", "buyer-kong"],
    answers: { "seller-statement": { "*": { sellerStatement: { unregisteredInheritedHomes: 0 } } } },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 5000.00"] },
  },
  {
    id: "widow-with-inheritance",
    story: {
      zh: "丧偶的卖方申报有一套继承未登记的住房。",
      en: "A widow says that she has inherited a home which is not registered yet.",
    },
    outcome: {
      zh: "税务人员认定计入一套,不属唯一住房,缴个人所得税。",
      en: "An officer counts it: not the only home, income tax is due.",
    },
    contractNumber: contractOf(703),
    people: ["widow-cen", "buyer-shao"],
    answers: { "seller-statement": { "*": { sellerStatement: { unregisteredInheritedHomes: 1 } } } },
    decisions: { assessment: approvedWith({ families: { "seller-1": { otherHomesInProvince: 1 } } }) },
    expected: {
      status: "completed",
      // (500,000 - 200,000 - 3,000) x 20 %
      payments: ["seller-1 income-tax 59400.00", "buyer-1 deed-tax 5000.00"],
      officer: ["assessment"],
    },
  },
  {
    id: "three-siblings",
    story: {
      zh: "三兄妹共同出售继承的房屋,其中一人在南宁另有住房。",
      en: "Three siblings sell what they inherited; one has another home in Nanning.",
    },
    outcome: { zh: "三人分别计税:只有她缴税。", en: "Each is taxed apart: only she pays." },
    contractNumber: contractOf(704),
    people: ["sibling-mai", "sibling-mai-2", "sibling-mai-3", "buyer-ruan"],
    expected: {
      status: "completed",
      // (600,000 - 90,000) / 3 x 20 %
      payments: ["seller-2 income-tax 34000.00", "buyer-1 deed-tax 6000.00"],
    },
  },
];

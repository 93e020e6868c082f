import { contractOf, homeOf } from "../../sandbox/population/housing/street/sale.ts";
import { approvedWith } from "./approved-with.ts";
import type { Family } from "./family.ts";

/** Where people, prices or registers leave a doubt. */
export const familiesInDoubt: readonly Family[] = [
  {
    id: "minor-buyer",
    story: {
      zh: "未成年人购房,由母亲代理,母亲本市有一套。",
      en: "A child buys, its mother acts for it; she has one home here.",
    },
    outcome: {
      zh: "母亲代为授权和申报,税务人员认定按第二套,2%。",
      en: "She authorises and declares for it; an officer counts her home: 2 %.",
    },
    contractNumber: contractOf(705),
    people: ["seller-dai", "mother-jiao"],
    decisions: { assessment: approvedWith({ buyersCountAs: { otherHomesInQueryArea: 1 } }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 14000.00"], officer: ["assessment"] },
  },
  {
    id: "foreign-spouse",
    story: {
      zh: "一对在境外结婚的夫妻购房,妻子持护照。",
      en: "A couple that married abroad buys; she has a foreign passport.",
    },
    outcome: {
      zh: "双方承诺,税务人员认定为一个家庭、首套,1%。",
      en: "Both commit; an officer takes them for one family without a home: 1 %.",
    },
    contractNumber: contractOf(706),
    people: ["seller-hou", "buyer-qiao", "buyer-miller"],
    answers: { "buyer-statement": { "*": { buyerStatement: { marriage: "married" } } } },
    decisions: { "family-check": approvedWith({ buyersCountAs: { otherHomesInQueryArea: 0 } }) },
    expected: {
      status: "completed",
      payments: ["buyer-1 deed-tax 4500.00", "buyer-2 deed-tax 4500.00"],
      officer: ["family-check"],
    },
  },
  {
    id: "homes-in-other-cities",
    story: { zh: "卖方夫妻在南宁有房;买方在南宁也有房。", en: "The sellers have a home in Nanning; so has the buyer." },
    outcome: {
      zh: "卖方的计入(全区),买方的不计入(本市)。",
      en: "The sellers' counts, in the whole region; the buyer's does not.",
    },
    contractNumber: contractOf(707),
    people: ["seller-bi", "seller-fu", "buyer-tong"],
    expected: {
      status: "completed",
      // (500,000 - 300,000 - 4,500) x 20 %, half each
      payments: ["seller-1 income-tax 19550.00", "seller-2 income-tax 19550.00", "buyer-1 deed-tax 5000.00"],
    },
  },
  {
    id: "registry-silent",
    story: {
      zh: "不动产登记中心系统中断,随后恢复。",
      en: "The real-estate register falls silent, and answers again later.",
    },
    outcome: { zh: "系统自动再次查询,当事人无需操作。", en: "It is asked again by itself; nobody has to do anything." },
    contractNumber: contractOf(709),
    people: ["seller-lai", "buyer-zhuang"],
    turns: [
      { when: "opening", happens: { kind: "silence", authority: "property-registry" } },
      { when: { step: "unit", status: "retrying" }, happens: { kind: "answering-again" } },
    ],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 5200.00"] },
  },
  {
    id: "civil-affairs-silent",
    story: {
      zh: "民政部门没有答复,双方不愿等待。",
      en: "Civil affairs does not answer, and both sides will not wait.",
    },
    outcome: { zh: "以书面承诺代替,事后核实。", en: "A commitment takes its place, verified later." },
    contractNumber: contractOf(710),
    people: ["seller-pu", "buyer-yin"],
    answers: {
      "seller-marriage": { "*": { sellerMarriageStated: "single" } },
      "buyer-marriage": { "*": { buyerMarriageStated: "single" } },
    },
    turns: [
      { when: "opening", happens: { kind: "silence", authority: "civil-affairs" } },
      { when: { step: "assessment", status: "done" }, happens: { kind: "answering-again" } },
    ],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 5300.00"] },
  },
  {
    id: "price-reason-accepted",
    story: {
      zh: "成交价低于评估价,卖方说明房屋漏水严重。",
      en: "Sold below the assessed price: the seller says that the roof leaks badly.",
    },
    outcome: { zh: "税务人员认可理由,按成交价计税。", en: "An officer accepts the reason: the declared price counts." },
    contractNumber: contractOf(711),
    people: ["seller-ke", "buyer-xi"],
    answers: {
      "seller-price": { "*": { sellerPriceAnswer: { accepts: false, reason: "屋面长期漏水,有维修记录" } } },
      "buyer-price": { "*": { buyerPriceAnswer: { accepts: true } } },
    },
    decisions: { "price-review": approvedWith({ priceReview: "reason-accepted" }) },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4000.00"], officer: ["price-review"] },
  },
  {
    id: "price-accepted",
    story: { zh: "成交价低于评估价,双方接受评估价。", en: "Sold below the assessed price, which both sides accept." },
    outcome: { zh: "按评估价480000元计税,无需税务人员。", en: "The assessed 480,000 count; no officer is needed." },
    contractNumber: contractOf(712),
    people: ["seller-gu", "buyer-mu"],
    answers: {
      "seller-price": { "*": { sellerPriceAnswer: { accepts: true } } },
      "buyer-price": { "*": { buyerPriceAnswer: { accepts: true } } },
    },
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4800.00"] },
  },
  {
    id: "price-reassessed",
    story: {
      zh: "买方认为评估有误,税务人员同意重新评估,新评估价更低。",
      en: "The buyer finds the assessment wrong; it is made again and comes out lower.",
    },
    outcome: {
      zh: "重新评估后不低于评估价,按成交价计税。",
      en: "The price no longer lies below it: the declared price counts.",
    },
    contractNumber: contractOf(713),
    people: ["seller-bao", "buyer-chi"],
    answers: {
      "seller-price": { "*": { sellerPriceAnswer: { accepts: true } } },
      "buyer-price": { "*": { buyerPriceAnswer: { accepts: false, reason: "评估面积与实际不符" } } },
    },
    decisions: { "price-review": approvedWith({ priceReview: "reassess" }) },
    turns: [
      {
        when: { step: "price-review", status: "waiting" },
        happens: {
          kind: "record",
          record: () => ({
            authority: "core-tax",
            kind: "assessed-price",
            key: homeOf(713),
            record: { unitNumber: homeOf(713), price: "390000.00" },
          }),
        },
      },
    ],
    expected: { status: "completed", payments: ["buyer-1 deed-tax 4000.00"], officer: ["price-review"] },
  },
];

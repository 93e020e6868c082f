import { housingContracts, kept } from "../../sandbox/housing-contracts.ts";
import { contractOf, homeOf } from "../../sandbox/population/housing/street/sale.ts";
import { streetSales } from "../../sandbox/population/housing/street/sales.ts";
import { propertyRegistry, registered } from "../../sandbox/property-registry.ts";
import type { Family, RecordChange } from "./family.ts";

const unitWith =
  (number: number, change: object) =>
  (today: string): RecordChange => {
    const unit = streetSales(today).units?.find(({ unitNumber }) => unitNumber === homeOf(number));
    if (!unit) throw new Error(`no home ${number}`);
    const record = { ...registered(unit), ...change };
    return { authority: propertyRegistry.id, kind: "unit", key: homeOf(number), record };
  };

const contractWith =
  (number: number, change: object) =>
  (today: string): RecordChange => {
    const contract = streetSales(today).contracts?.find((each) => each.contractNumber === contractOf(number));
    if (!contract) throw new Error(`no contract ${number}`);
    const record = { ...kept(contract), ...change };
    return { authority: housingContracts.id, kind: "contract", key: contractOf(number), record };
  };

const approvedWith = (values: Readonly<Record<string, unknown>>) => [{ approved: true, values }];

/** The street. Sums are reckoned by hand from the records of `housing/street/sales.ts`. */
export const families: readonly Family[] = [
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
      zh: "公开重新计税,双方知悉后重新确认,税费不变。",
      en: "Reckoned anew openly; both learn of it and confirm again; the taxes stay.",
    },
    contractNumber: contractOf(715),
    people: ["seller-ji", "buyer-ai"],
    turns: [
      {
        when: { step: "seller-declaration", status: "done" },
        happens: { kind: "record", record: unitWith(715, { restrictions: ["seizure"] }) },
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

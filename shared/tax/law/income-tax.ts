import { percent, type Rate } from "../../kernel/fraction.ts";
import { showBoolean, showRate, showYears } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

export const transferIncomeRate = timeline<Rate>(
  "income-tax.rate",
  { zh: "财产转让所得税率", en: "Rate on income from transfer of property" },
  showRate,
  [
    {
      from: "2016-02-22",
      to: null,
      value: percent("20"),
      source: cite("个人所得税法", "Individual Income Tax Law", "第三条、第六条", "art. 3, 6"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Each owner's income is taxed apart, by ownership share. */
export const eachOwnerApart = timeline<boolean>(
  "income-tax.each-owner",
  { zh: "共有人分别计税", en: "Co-owners are taxed separately" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite(
        "个人所得税法实施条例",
        "Implementing Regulations of the Individual Income Tax Law",
        "第十八条",
        "art. 18",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

export interface IncomeBase {
  /** Whether the turnover tax of this sale is outside the income. */
  readonly excludesTurnoverTax: boolean;
  /** Whether the turnover tax of this sale is a deductible tax. */
  readonly deductsTurnoverTax: boolean;
}

export const incomeTaxBase = timeline<IncomeBase>(
  "income-tax.base",
  { zh: "转让收入是否含流转税", en: "Whether income includes the turnover tax" },
  ({ excludesTurnoverTax }) =>
    excludesTurnoverTax ? "不含增值税 / without VAT" : "含营业税,可扣除 / with business tax, deductible",
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: { excludesTurnoverTax: false, deductsTurnoverTax: true },
      source: cite("国税发〔2006〕108号", "Guoshuifa [2006] No. 108", "第二条", "item 2"),
      confirmedOn: null,
    },
    {
      from: "2016-05-01",
      to: null,
      value: { excludesTurnoverTax: true, deductsTurnoverTax: false },
      source: cite("财税〔2016〕43号", "Caishui [2016] No. 43", "第四条至第六条", "art. 4-6"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** 20 % of income less original value, taxes and reasonable costs. */
export const actualMethod = timeline<boolean>(
  "income-tax.actual-method",
  {
    zh: "据实征收:收入减原值、税金、合理费用",
    en: "Actual method: income less original value, taxes, reasonable costs",
  },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("国税发〔2006〕108号", "Guoshuifa [2006] No. 108", "第二条", "item 2"),
      confirmedOn: null,
      note: {
        zh: "公式已见原文;原值、税金、费用的明细口径未核实",
        en: "The formula was read; what exactly belongs to original value, taxes and costs was not",
      },
    },
  ],
);

export interface RenovationCaps {
  readonly publicOrAffordable: Rate;
  readonly other: Rate;
}

export const renovationCaps = timeline<RenovationCaps>(
  "income-tax.renovation-cap",
  {
    zh: "装修费用扣除上限(已购公有、经济适用/其他)",
    en: "Cap on renovation, of original value (public or affordable / other)",
  },
  ({ publicOrAffordable, other }) => `${showRate(publicOrAffordable)} / ${showRate(other)}`,
  [
    {
      from: "2016-02-22",
      to: null,
      value: { publicOrAffordable: percent("15"), other: percent("10") },
      source: cite("国税发〔2006〕108号", "Guoshuifa [2006] No. 108", "第二条第(三)项", "item 2(3)"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** A home that the developer sold furnished gives no second deduction for renovation. */
export const furnishedHomeExcludesRenovation = timeline<boolean>(
  "income-tax.furnished-home",
  { zh: "装修房不再扣除装修费用", en: "Furnished home: no renovation deduction" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("国税发〔2006〕108号", "Guoshuifa [2006] No. 108", "第二条第(三)项", "item 2(3)"),
      confirmedOn: null,
    },
  ],
);

/** Original value of an inherited, given or divided home: the earlier cost; no deemed levy. */
export const takenHomeNeedsEarlierCost = timeline<boolean>(
  "income-tax.taken-home",
  {
    zh: "继承、受赠、离婚分割住房按原购置成本,不得核定",
    en: "Inherited, given, divided home: the earlier cost, no deemed levy",
  },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite(
        "国税发〔2006〕144号、财税〔2009〕78号、国税发〔2009〕121号",
        "Guoshuifa [2006] No. 144, Caishui [2009] No. 78, Guoshuifa [2009] No. 121",
        "原值条款",
        "clauses on original value",
      ),
      confirmedOn: null,
    },
  ],
);

/** Deemed levy only where original value cannot be proven and the bureau cannot compute it. */
export const deemedLevyFrame = timeline<boolean>(
  "income-tax.deemed-frame",
  { zh: "不能提供完整准确原值的,可核定征收", en: "Deemed levy where original value cannot be proven" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite(
        "税收征收管理法、个人所得税法实施条例",
        "Tax Collection Law, Implementing Regulations of the Individual Income Tax Law",
        "第三十五条;第十六条",
        "art. 35; art. 16",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const onlyHomeYears = timeline<number>(
  "income-tax.only-home-years",
  { zh: "满五唯一免税的自用年限", en: "Years of own use for the only-home exemption" },
  showYears,
  [
    {
      from: "2016-02-22",
      to: null,
      value: 5,
      source: cite("财税字〔1994〕20号", "Caishuizi [1994] No. 20", "第二条第(六)项", "item 2(6)"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** The only home of the couple within the province; children never count. */
export const onlyHomeScope = timeline<"couple-in-province">(
  "income-tax.only-home-scope",
  { zh: "家庭唯一生活用房的范围", en: "Scope of the only home" },
  () => "夫妻双方,同一省、自治区、直辖市 / the couple, one province",
  [
    {
      from: "2016-02-22",
      to: null,
      value: "couple-in-province",
      source: cite("国税发〔2007〕33号", "Guoshuifa [2007] No. 33", "第三条", "item 3"),
      confirmedOn: "2026-11-23",
    },
  ],
);

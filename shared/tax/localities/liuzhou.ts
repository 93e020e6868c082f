import { halfRate, percent, zeroRate } from "../../kernel/fraction.ts";
import { showRate } from "../law/show.ts";
import { cite, timeline } from "../law/timeline.ts";
import {
  type DeemedRates,
  defineLocality,
  type IncomeTaxPolicy,
  type PresaleHomes,
  type TierByPlace,
} from "../locality.ts";

const inCity = { urban: "city", town: "city", village: "city" } as const;
const inCounty = { urban: "county-town", town: "county-town", village: "elsewhere" } as const;

export const liuzhou = defineLocality({
  id: "liuzhou",
  name: { zh: "广西柳州市", en: "Liuzhou, Guangxi" },
  taxOffice: { zh: "国家税务总局柳州市税务局", en: "Liuzhou Tax Service, State Taxation Administration" },
  province: { prefix: "45", name: { zh: "广西壮族自治区", en: "Guangxi" } },
  divisions: {
    "450202": { zh: "城中区", en: "Chengzhong" },
    "450203": { zh: "鱼峰区", en: "Yufeng" },
    "450204": { zh: "柳南区", en: "Liunan" },
    "450205": { zh: "柳北区", en: "Liubei" },
    "450206": { zh: "柳江区", en: "Liujiang" },
    "450222": { zh: "柳城县", en: "Liucheng" },
    "450223": { zh: "鹿寨县", en: "Luzhai" },
    "450224": { zh: "融安县", en: "Rong'an" },
    "450225": { zh: "融水苗族自治县", en: "Rongshui" },
    "450226": { zh: "三江侗族自治县", en: "Sanjiang" },
  },
  urbanDivisions: ["450202", "450203", "450204", "450205", "450206"],

  tiers: timeline<TierByPlace>(
    "liuzhou.tiers",
    { zh: "城市维护建设税地区档次", en: "Places by tier of the urban maintenance tax" },
    (places) => `${Object.keys(places).length} 个县区 / divisions`,
    [
      {
        from: "2016-02-22",
        to: null,
        value: {
          "450202": inCity,
          "450203": inCity,
          "450204": inCity,
          "450205": inCity,
          // Some towns of Liujiang may be in the 5 % tier, and its villages in neither.
          "450206": { urban: "city", town: "officer", village: "officer" },
          "450222": inCounty,
          "450223": inCounty,
          "450224": inCounty,
          "450225": inCounty,
          "450226": inCounty,
        },
        source: cite(
          "柳州市行政区划",
          "Administrative divisions of Liuzhou",
          "区、县城、镇",
          "districts, county towns, towns",
        ),
        confirmedOn: null,
      },
    ],
  ),

  queryAreas: timeline<Readonly<Record<string, string>>>(
    "liuzhou.query-areas",
    { zh: "契税住房套数查询范围", en: "Areas in which homes are counted for deed tax" },
    (areas) => [...new Set(Object.values(areas))].join(", "),
    [
      {
        from: "2016-02-22",
        to: null,
        value: {
          "450202": "liuzhou-districts",
          "450203": "liuzhou-districts",
          "450204": "liuzhou-districts",
          "450205": "liuzhou-districts",
          "450206": "liuzhou-districts",
          "450222": "liucheng",
          "450223": "luzhai",
          "450224": "rongan",
          "450225": "rongshui",
          "450226": "sanjiang",
        },
        source: cite(
          "公告2024年第16号授权各地确定",
          "left to the region by Announcement [2024] No. 16",
          "第一条第(四)项",
          "item 1(4)",
        ),
        confirmedOn: null,
      },
    ],
  ),

  presaleHomes: timeline<PresaleHomes>(
    "liuzhou.presale-homes",
    { zh: "已网签未登记的预售住房", en: "Homes under a registered presale contract" },
    ({ countForDeedTax, officerForIncomeTax }) =>
      `契税计入 / deed tax counts: ${countForDeedTax}; 个税转人工 / income tax to officer: ${officerForIncomeTax}`,
    [
      {
        from: "2016-02-22",
        to: null,
        value: { countForDeedTax: true, officerForIncomeTax: true },
        source: cite("征管实务", "Practice", "网签住房", "presale contracts"),
        confirmedOn: null,
      },
    ],
  ),

  localEducationSurcharge: timeline(
    "liuzhou.local-education-surcharge",
    { zh: "地方教育附加征收率", en: "Local education surcharge" },
    showRate,
    [
      {
        from: "2016-02-22",
        to: null,
        value: percent("2"),
        source: cite("财综〔2010〕98号及广西规定", "Caizong [2010] No. 98 and Guangxi's rule", "第一条", "item 1"),
        confirmedOn: null,
      },
    ],
  ),

  relief: timeline(
    "liuzhou.relief",
    { zh: "广西六税两费减征后比例(2019至2021年)", en: "Part that remains by Guangxi's decision (2019 to 2021)" },
    showRate,
    [
      {
        from: "2019-01-01",
        to: "2021-12-31",
        value: halfRate,
        source: cite("财税〔2019〕13号、广西决定", "Caishui [2019] No. 13, Guangxi's decision", "第三条", "item 3"),
        confirmedOn: null,
      },
    ],
  ),

  deedTaxBaseRate: timeline(
    "liuzhou.deed-tax-base-rate",
    { zh: "广西契税税率", en: "Base rate of deed tax in Guangxi" },
    showRate,
    [
      {
        from: "2016-02-22",
        to: "2021-08-31",
        value: percent("3"),
        source: cite(
          "契税暂行条例、广西规定",
          "Provisional Regulations on Deed Tax, Guangxi's rule",
          "第三条",
          "art. 3",
        ),
        confirmedOn: null,
        note: { zh: "有未注明日期的网页称柳州为4%", en: "An undated page says 4% for Liuzhou" },
      },
      {
        from: "2021-09-01",
        to: null,
        value: percent("3"),
        source: cite(
          "广西人大常委会关于契税税率的决定",
          "Decision of Guangxi's people's congress on the deed tax rate",
          "契税法第三条授权",
          "under Deed Tax Law art. 3",
        ),
        confirmedOn: null,
      },
    ],
  ),

  deemedIncomeTax: timeline<DeemedRates>(
    "liuzhou.deemed-income-tax",
    {
      zh: "个人所得税核定征收率(住房/非住房/拍卖)",
      en: "Deemed income-tax rates (home, not a home, judicial auction)",
    },
    ({ housing, nonResidential, judicialAuction }) =>
      [housing, nonResidential, judicialAuction].map(showRate).join(" / "),
    [
      {
        from: "2016-02-22",
        to: null,
        value: { housing: percent("1"), nonResidential: percent("1.5"), judicialAuction: percent("3") },
        source: cite(
          "国税发〔2006〕108号、国税发〔2007〕38号及当地核定率",
          "Guoshuifa [2006] No. 108, [2007] No. 38 and the local rate",
          "第三条",
          "item 3",
        ),
        confirmedOn: null,
      },
    ],
  ),

  incomeTaxPolicy: timeline<IncomeTaxPolicy>(
    "liuzhou.income-tax-policy",
    { zh: "个人所得税征收方式", en: "Which income-tax method" },
    (policy) => policy,
    [
      {
        from: "2016-02-22",
        to: null,
        value: "actual-when-recorded",
        source: cite("税收征收管理法", "Tax Collection Law", "第三十五条的当地执行口径", "art. 35 as applied locally"),
        confirmedOn: null,
      },
    ],
  ),

  priceTolerance: timeline(
    "liuzhou.price-tolerance",
    { zh: "申报价低于评估价的容许幅度", en: "Tolerance below the assessed price" },
    showRate,
    [
      {
        from: "2016-02-22",
        to: null,
        value: zeroRate,
        source: cite(
          "存量房评估(财税〔2011〕61号)",
          "Existing-home assessment (Caishui [2011] No. 61)",
          "当地参数",
          "local parameter",
        ),
        confirmedOn: null,
      },
    ],
  ),
});

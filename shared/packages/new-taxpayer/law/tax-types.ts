import type { TaxpayerKind } from "../../../connectors/market-regulation/port.ts";
import type { Text } from "../../../kernel/text.ts";
import { cite, timeline } from "../../../tax/law/timeline.ts";

export type FilingPeriod = "month" | "quarter" | "year" | "occasion";

/** Names of the taxes and fees that a newcomer may be determined for. */
export const taxNames = {
  vat: { zh: "增值税", en: "value added tax" },
  "urban-maintenance": { zh: "城市维护建设税", en: "urban maintenance and construction tax" },
  "education-surcharge": { zh: "教育费附加", en: "education surcharge" },
  "local-education-surcharge": { zh: "地方教育附加", en: "local education surcharge" },
  "stamp-duty": { zh: "印花税", en: "stamp duty" },
  "enterprise-income-tax": { zh: "企业所得税", en: "enterprise income tax" },
  "enterprise-income-tax-branch": {
    zh: "企业所得税(汇总纳税分支机构)",
    en: "enterprise income tax, consolidated with the head office",
  },
  "withheld-income-tax": { zh: "个人所得税(代扣代缴)", en: "individual income tax withheld" },
  "business-income-tax": { zh: "个人所得税(经营所得)", en: "individual income tax on business income" },
} as const satisfies Record<string, Text>;

export type TaxCode = keyof typeof taxNames;

export interface TaxTypeTable {
  /** For everybody; VAT's own period follows the VAT status. */
  readonly everybody: readonly TaxCode[];
  readonly byKind: Readonly<Record<TaxpayerKind, readonly { readonly code: TaxCode; readonly period: FilingPeriod }[]>>;
  /** The period of VAT and of what goes with it. */
  readonly vatPeriod: { readonly general: FilingPeriod; readonly smallScale: FilingPeriod };
}

const unit = [
  { code: "enterprise-income-tax", period: "quarter" },
  { code: "withheld-income-tax", period: "month" },
] as const;

export const taxTypeTable = timeline<TaxTypeTable>(
  "tax-types.table",
  { zh: "税(费)种认定默认表", en: "Default table of tax types" },
  ({ everybody }) => everybody.join(", "),
  [
    {
      from: "2018-05-01",
      to: null,
      value: {
        everybody: ["vat", "urban-maintenance", "education-surcharge", "local-education-surcharge", "stamp-duty"],
        byKind: {
          company: unit,
          "foreign-invested": unit,
          cooperative: unit,
          other: unit,
          branch: [
            { code: "enterprise-income-tax-branch", period: "quarter" },
            { code: "withheld-income-tax", period: "month" },
          ],
          "sole-proprietor": [{ code: "business-income-tax", period: "quarter" }],
        },
        vatPeriod: { general: "month", smallScale: "quarter" },
      },
      source: cite(
        "税收征收管理法",
        "Tax Collection and Administration Law",
        "税(费)种认定",
        "determination of tax types",
      ),
      confirmedOn: null,
    },
  ],
);

/** Industries (first digits of GB/T 4754-2017) and declared activities whose taxes an officer determines. */
export interface SpecialTax {
  readonly name: Text;
  readonly industries: readonly string[];
  readonly activity: string;
}

export const specialTaxes = timeline<Readonly<Record<string, SpecialTax>>>(
  "tax-types.special",
  { zh: "由税务人员认定的税(费)种", en: "Taxes that an officer determines" },
  (table) => Object.keys(table).join(", "),
  [
    {
      from: "2018-05-01",
      to: null,
      value: {
        "consumption-tax": {
          name: { zh: "消费税", en: "consumption tax" },
          // Tobacco, liquor and beer, refined oil, cosmetics, fireworks, cars, motor cycles, batteries, coatings, jewellery.
          industries: [
            "16",
            "1511",
            "1512",
            "1513",
            "1514",
            "1515",
            "1519",
            "2511",
            "2682",
            "2672",
            "361",
            "375",
            "384",
            "2641",
            "2438",
            "5245",
          ],
          activity: "taxable-consumer-goods",
        },
        "resource-tax": {
          name: { zh: "资源税", en: "resource tax" },
          industries: ["06", "07", "08", "09", "10", "12"],
          activity: "mining",
        },
        "environmental-tax": {
          name: { zh: "环境保护税", en: "environmental protection tax" },
          // Paper, petroleum and coking, chemicals, non-metallic minerals, iron and steel, non-ferrous metals, power, sewage.
          industries: ["221", "222", "25", "26", "30", "31", "32", "441", "4620"],
          activity: "discharging-pollutants",
        },
        "cultural-construction-fee": {
          name: { zh: "文化事业建设费", en: "cultural construction fee" },
          // Advertising and entertainment.
          industries: ["725", "901"],
          activity: "advertising-or-entertainment",
        },
      },
      source: cite("各税种法律法规", "The laws of these taxes", "纳税人范围", "who pays them"),
      confirmedOn: null,
    },
  ],
);

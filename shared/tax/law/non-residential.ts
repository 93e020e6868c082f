import { percent, type Rate, zeroRate } from "../../kernel/fraction.ts";
import { showBoolean, showRate } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

export type UnitTurnover =
  | { readonly method: "difference"; readonly rate: Rate }
  | { readonly method: "officer"; readonly reason: "business-tax" | "not-established" };

/** VAT on a unit that is no home and was bought: on the difference of both prices, whatever the holding period. */
export const turnoverTaxOnUnits = timeline<UnitTurnover>(
  "turnover.unit",
  { zh: "个人转让购入的非住房", en: "Turnover tax on a bought unit that is no home" },
  (value) => (value.method === "officer" ? "人工 / officer" : `差额 / difference ${showRate(value.rate)}`),
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: { method: "officer", reason: "business-tax" },
      source: cite("营业税暂行条例", "Provisional Regulations on Business Tax", "第五条", "art. 5"),
      confirmedOn: null,
    },
    {
      from: "2016-05-01",
      to: "2025-12-31",
      value: { method: "difference", rate: percent("5") },
      source: cite("财税〔2016〕36号", "Caishui [2016] No. 36", "附件2第一条第(八)项", "annex 2, art. 1(8)"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: { method: "officer", reason: "not-established" },
      source: cite("增值税法", "VAT Law", "第十一条", "art. 11"),
      confirmedOn: null,
      note: {
        zh: "征收率3%已明确,差额办法是否延续未见规定",
        en: "The levy rate of 3% is law; whether the difference method goes on was not found",
      },
    },
  ],
);

/** Without an invoice the deed tax proves the purchase price; its base held business tax up to this day. */
export const proofByDeedTax = timeline<{ readonly lastDayOfBusinessTax: string }>(
  "turnover.unit-proof-by-deed-tax",
  { zh: "以契税计税金额差额扣除", en: "Deed-tax base in place of the invoice" },
  ({ lastDayOfBusinessTax }) => `≤ ${lastDayOfBusinessTax}`,
  [
    {
      from: "2016-02-22",
      to: null,
      value: { lastDayOfBusinessTax: "2016-04-30" },
      source: cite("国家税务总局公告2016年第73号", "STA Announcement [2016] No. 73", "第二条", "item 2"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const stampDutyRate = timeline<Rate>(
  "stamp-duty.transfer",
  { zh: "产权转移书据印花税税率", en: "Stamp duty on transfer of title" },
  showRate,
  [
    {
      from: "2016-02-22",
      to: "2022-06-30",
      value: percent("0.05"),
      source: cite("印花税暂行条例", "Provisional Regulations on Stamp Duty", "税目税率表", "table of rates"),
      confirmedOn: null,
    },
    {
      from: "2022-07-01",
      to: null,
      value: percent("0.05"),
      source: cite("印花税法", "Stamp Duty Law", "第五条及税目税率表", "art. 5, table of rates"),
      confirmedOn: null,
    },
  ],
);

/** Up to the Stamp Duty Law: to 0.10 yuan, and nothing below 0.10. */
export const stampDutyInJiao = timeline<boolean>(
  "stamp-duty.rounding",
  { zh: "印花税按角计算", en: "Stamp duty rounded to 0.10 yuan" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2022-06-30",
      value: true,
      source: cite("印花税暂行条例", "Provisional Regulations on Stamp Duty", "第三条", "art. 3"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2022-07-01",
      to: null,
      value: false,
      source: cite("印花税法", "Stamp Duty Law", "第二十条(废止暂行条例)", "art. 20 (repeals the regulations)"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export interface LandVatTier {
  /** Up to and including this part of the deductions; null for the last tier. */
  readonly gainUpTo: Rate | null;
  readonly rate: Rate;
  readonly quickDeduction: Rate;
}

export const landVatTiers = timeline<readonly LandVatTier[]>(
  "land-vat.tiers",
  { zh: "土地增值税税率", en: "Land VAT rates" },
  (tiers) => tiers.map(({ rate, quickDeduction }) => `${showRate(rate)} - ${showRate(quickDeduction)}`).join("; "),
  [
    {
      from: "2016-02-22",
      to: null,
      value: [
        { gainUpTo: percent("50"), rate: percent("30"), quickDeduction: zeroRate },
        { gainUpTo: percent("100"), rate: percent("40"), quickDeduction: percent("5") },
        { gainUpTo: percent("200"), rate: percent("50"), quickDeduction: percent("15") },
        { gainUpTo: null, rate: percent("60"), quickDeduction: percent("35") },
      ],
      source: cite("土地增值税暂行条例", "Provisional Regulations on Land VAT", "第七条", "art. 7"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export interface LandVatAddition {
  readonly rate: Rate;
  readonly monthsInYear: number;
  /** More months than this over a full year count as a year. */
  readonly monthsOver: number;
}

export const landVatAddition = timeline<LandVatAddition>(
  "land-vat.invoice-method",
  { zh: "按购房发票每年加计扣除", en: "Addition to the invoice price for each year" },
  ({ rate }) => showRate(rate),
  [
    {
      from: "2016-02-22",
      to: null,
      value: { rate: percent("5"), monthsInYear: 12, monthsOver: 6 },
      source: cite(
        "财税〔2006〕21号、国税函〔2010〕220号",
        "Caishui [2006] No. 21, Guoshuihan [2010] No. 220",
        "第二条;第七条",
        "item 2; item 7",
      ),
      confirmedOn: null,
    },
  ],
);

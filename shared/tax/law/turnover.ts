import { percent, type Rate } from "../../kernel/fraction.ts";
import { showBoolean, showRate, showYears } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

export interface TurnoverTax {
  readonly tax: "business-tax" | "vat";
  readonly rate: Rate;
}

/** The tax on a home that an individual held for less than the exempt period: on the full price. */
export const turnoverTaxOnHomes = timeline<TurnoverTax>(
  "turnover.home",
  { zh: "个人销售住房的营业税、增值税", en: "Business tax, VAT on a home sold by an individual" },
  ({ tax, rate }) => `${tax} ${showRate(rate)}`,
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: { tax: "business-tax", rate: percent("5") },
      source: cite("财税〔2016〕23号", "Caishui [2016] No. 23", "第二条", "item 2"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2016-05-01",
      to: "2025-12-31",
      value: { tax: "vat", rate: percent("5") },
      source: cite("财税〔2016〕36号", "Caishui [2016] No. 36", "附件3第五条第(一)项", "annex 3, art. 5(1)"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: { tax: "vat", rate: percent("3") },
      source: cite(
        "财政部 税务总局公告2025年第17号",
        "MOF STA Announcement [2025] No. 17",
        "全文",
        "whole text (kept by Announcement [2026] No. 10, art. 6)",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** From how many full years of holding a home is exempt. */
export const turnoverExemptYears = timeline<number>(
  "turnover.exempt-years",
  { zh: "住房免征营业税、增值税的持有年限", en: "Years of holding that exempt a home from business tax, VAT" },
  showYears,
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: 2,
      source: cite("财税〔2016〕23号", "Caishui [2016] No. 23", "第二条", "item 2"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2016-05-01",
      to: "2025-12-31",
      value: 2,
      source: cite("财税〔2016〕36号", "Caishui [2016] No. 36", "附件3第五条第(一)项", "annex 3, art. 5(1)"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: 2,
      source: cite("财政部 税务总局公告2025年第17号", "MOF STA Announcement [2025] No. 17", "全文", "whole text"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Self-built own homes are exempt whatever the holding period. */
export const selfBuiltExemption = timeline<boolean>(
  "turnover.self-built",
  { zh: "个人自建自用住房免税", en: "Self-built own home exempt" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: true,
      source: cite("财税字〔1999〕210号", "Caishuizi [1999] No. 210", "第二条", "item 2"),
      confirmedOn: null,
    },
    {
      from: "2016-05-01",
      to: "2025-12-31",
      value: true,
      source: cite("财税〔2016〕36号", "Caishui [2016] No. 36", "附件3第一条第(十五)项", "annex 3, art. 1(15)"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: true,
      source: cite("财税〔2016〕36号", "Caishui [2016] No. 36", "附件3第一条第(十五)项", "annex 3, art. 1(15)"),
      confirmedOn: null,
      note: {
        zh: "公告2026年第10号是否保留本项优惠,未见原文",
        en: "Whether Announcement [2026] No. 10 keeps this exemption was not read",
      },
    },
  ],
);

/** Why the monthly threshold of small-scale taxpayers does not help a natural person who sells real estate. */
export const smallScaleThresholdApplies = timeline<boolean>(
  "turnover.small-scale-threshold",
  {
    zh: "小规模纳税人月销售额10万元免税适用于销售不动产",
    en: "Monthly 100,000 yuan exemption covers a real-estate sale",
  },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2025-12-31",
      value: false,
      source: cite(
        "国家税务总局公告2019年第4号、2021年第5号、2023年第1号",
        "STA Announcements [2019] No. 4, [2021] No. 5, [2023] No. 1",
        "其他个人销售不动产条款",
        "clause on other individuals selling real estate",
      ),
      confirmedOn: null,
    },
    {
      from: "2026-01-01",
      to: null,
      value: false,
      source: cite(
        "国家税务总局公告2026年第4号",
        "STA Announcement [2026] No. 4",
        "自然人适用月10万元的六种情形",
        "the six cases open to natural persons",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

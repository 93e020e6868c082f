import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** What the clock of the holding period may start with; the earliest of those that exist counts. */
export type ClockStart = "title" | "deed-tax" | "contract" | "receipt" | "judgment" | "previous-purchase";

const starts = (values: readonly ClockStart[]): string => values.join(", ");

export const purchaseClock = timeline<readonly ClockStart[]>(
  "holding.purchase",
  { zh: "购买住房的起算日(孰先)", en: "Start of the clock, purchase (the earlier)" },
  starts,
  [
    {
      from: "2016-02-22",
      to: null,
      value: ["title", "deed-tax"],
      source: cite(
        "国税发〔2005〕89号、国税发〔2005〕172号",
        "Guoshuifa [2005] No. 89 and No. 172",
        "89号第三条第四款;172号第二条、第三条",
        "No. 89 art. 3(4); No. 172 art. 2-3",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const takenHomeClock = timeline<readonly ClockStart[]>(
  "holding.gift-inheritance-divorce",
  { zh: "受赠、继承、离婚分割住房的起算日", en: "Start of the clock, gift, inheritance, divorce" },
  starts,
  [
    {
      from: "2016-02-22",
      to: null,
      value: ["previous-purchase"],
      source: cite("国税发〔2005〕172号", "Guoshuifa [2005] No. 172", "第四条", "art. 4"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const housingReformClock = timeline<readonly ClockStart[]>(
  "holding.housing-reform",
  { zh: "房改房的起算日(孰先)", en: "Start of the clock, housing reform (the earliest)" },
  starts,
  [
    {
      from: "2016-02-22",
      to: null,
      value: ["contract", "receipt", "title"],
      source: cite("国税发〔2005〕172号", "Guoshuifa [2005] No. 172", "第五条", "art. 5"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const judgmentClock = timeline<readonly ClockStart[]>(
  "holding.court-judgment",
  { zh: "法院判决取得且无证书的起算日", en: "Start of the clock, court judgment without certificates" },
  starts,
  [
    {
      from: "2016-02-22",
      to: null,
      value: ["judgment"],
      source: cite("征管实务", "Published practice", "判决生效日", "effective date of the judgment"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const selfBuiltClock = timeline<readonly ClockStart[]>(
  "holding.self-built",
  { zh: "自建住房的起算日", en: "Start of the clock, self-built" },
  starts,
  [
    {
      from: "2016-02-22",
      to: null,
      value: ["title"],
      source: cite("征管实务", "Practice", "不动产权证日期", "date of the title certificate"),
      confirmedOn: null,
    },
  ],
);

/** A gift to a person outside the kin list starts a new clock; the evidence is for an officer. */
export const giftFromOthersGoesToOfficer = timeline<boolean>(
  "holding.gift-from-others",
  { zh: "亲属以外受赠按受赠日起算,转人工", en: "Gift from others: clock from the gift, to an officer" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("国税发〔2006〕144号", "Guoshuifa [2006] No. 144", "全文", "whole text"),
      confirmedOn: null,
    },
  ],
);

/** The clock ends on the day of the sales invoice, which is the filing day, not on the day of the contract. */
export const clockEndsOnFilingDay = timeline<boolean>(
  "holding.end",
  { zh: "持有期止于销售发票(申报)之日", en: "The clock ends on the day of the invoice (filing)" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("国税发〔2007〕33号", "Guoshuifa [2007] No. 33", "第二条", "item 2"),
      confirmedOn: null,
    },
  ],
);

/** How many days after the anniversary the period is full: 0 when the anniversary itself counts (含2年). */
export const daysAfterAnniversary = timeline<number>(
  "holding.anniversary",
  { zh: "对应日当日即为届满(之后天数)", en: "Full on the anniversary day (days after it)" },
  (days) => String(days),
  [
    {
      from: "2016-02-22",
      to: null,
      value: 0,
      source: cite("征管实务", "Practice", "含2年、满5年", "2 years included, full 5 years"),
      confirmedOn: null,
    },
  ],
);

export const leapDayRule = timeline<"month-end">(
  "holding.leap-day",
  { zh: "没有对应日的,月末日为届满日", en: "No corresponding day: the end of the month" },
  (rule) => rule,
  [
    {
      from: "2016-02-22",
      to: null,
      value: "month-end",
      source: cite(
        "民法典(2021年前:民法通则、最高法民通意见)",
        "Civil Code (before 2021: General Principles and their interpretation)",
        "第二百零二条",
        "art. 202",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

import { type Fen, formatYuan, yuan } from "../../../kernel/fen.ts";
import { cite, timeline } from "../../../tax/law/timeline.ts";

/** Sales above which general status is a duty. */
export const generalStatusSales = timeline<Fen>(
  "general-status.sales",
  {
    zh: "一般纳税人登记标准(连续12个月或四个季度应税销售额超过)",
    en: "Sales of twelve months above which general status is a duty",
  },
  formatYuan,
  [
    {
      from: "2018-05-01",
      to: "2025-12-31",
      value: yuan(5_000_000),
      source: cite(
        "财税〔2018〕33号、国家税务总局令第43号",
        "Caishui [2018] No. 33, STA Order No. 43",
        "第一条;第二条",
        "art. 1; art. 2",
      ),
      confirmedOn: null,
    },
    {
      from: "2026-01-01",
      to: null,
      value: yuan(5_000_000),
      source: cite(
        "国家税务总局公告2026年第2号",
        "STA Announcement [2026] No. 2",
        "登记标准",
        "standard for registration",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Grounds other than sales, told by the class of GB/T 4754-2017 or declared by the taxpayer. */
export interface GeneralStatusTrades {
  /** 5265: retail of motor fuel, the petrol stations. */
  readonly industryCodes: readonly string[];
  readonly declaredActivities: readonly string[];
}

export const generalStatusTrades = timeline<GeneralStatusTrades>(
  "general-status.trades",
  { zh: "不论销售额均须登记的行业", en: "Trades with general status whatever their sales" },
  ({ industryCodes, declaredActivities }) => [...industryCodes, ...declaredActivities].join(", "),
  [
    {
      from: "2018-05-01",
      to: "2025-12-31",
      value: { industryCodes: ["5265"], declaredActivities: ["state-grain-trade", "consolidated-air-transport"] },
      source: cite(
        "国税函〔2001〕882号、国税发明电〔1999〕51号",
        "Guoshuihan [2001] No. 882, Guoshuifa Mingdian [1999] No. 51",
        "加油站;国有粮食购销企业",
        "petrol stations; state grain trade",
      ),
      confirmedOn: null,
    },
    {
      from: "2026-01-01",
      to: null,
      value: { industryCodes: ["5265"], declaredActivities: ["state-grain-trade", "consolidated-air-transport"] },
      source: cite("国家税务总局公告2026年第2号", "STA Announcement [2026] No. 2", "特定行业", "particular trades"),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** The periods from whose first day general status may run. */
export type GeneralStatusStart = "current-period" | "next-period";

export const generalStatusStarts = timeline<readonly GeneralStatusStart[]>(
  "general-status.starts",
  { zh: "一般纳税人生效之日的可选范围", en: "From when general status may run" },
  (starts) => starts.join(", "),
  [
    {
      from: "2018-02-01",
      to: "2025-12-31",
      value: ["current-period", "next-period"],
      source: cite("国家税务总局令第43号", "STA Order No. 43", "第九条", "art. 9"),
      confirmedOn: null,
    },
    {
      from: "2026-01-01",
      to: null,
      value: ["current-period"],
      source: cite("国家税务总局公告2026年第2号", "STA Announcement [2026] No. 2", "生效之日", "day of effect"),
      confirmedOn: "2026-11-23",
    },
  ],
);

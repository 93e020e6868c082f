import type { CalendarDate } from "../../../kernel/day.ts";
import { calendarDate } from "../../../kernel/day.ts";
import type { Text } from "../../../kernel/text.ts";
import { type Citation, cite, type Timeline, timeline } from "../../../tax/law/timeline.ts";

/** Months for which an election binds. */
export const simplifiedMethodLock = timeline<number>(
  "simplified-method.lock",
  { zh: "选择简易办法后不得变更的月数", en: "Months for which the election binds" },
  String,
  [
    {
      from: "2009-01-01",
      to: null,
      value: 36,
      source: cite(
        "财税〔2009〕9号、财税〔2016〕36号",
        "Caishui [2009] No. 9, Caishui [2016] No. 36",
        "36个月内不得变更",
        "36 months",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** `closed`: no new election; a project that already used it runs on to its completion. */
export interface SimplifiedItemLaw {
  readonly state: "open" | "closed";
  readonly ratePercent: string;
  /** The project's contract must have begun by this day. */
  readonly contractBegunBy?: CalendarDate;
}

export interface SimplifiedItem {
  readonly name: Text;
  /** Its industries, by the first digits of GB/T 4754-2017. */
  readonly industries: readonly string[];
  readonly law: Timeline<SimplifiedItemLaw>;
}

const constructionBefore2026: Citation = cite(
  "财税〔2016〕36号",
  "Caishui [2016] No. 36",
  "附件2第一条第七项",
  "annex 2 art. 1(7)",
);
const constructionFrom2026: Citation = cite(
  "财政部 税务总局公告2026年第10号",
  "MOF STA Announcement [2026] No. 10",
  "建筑服务",
  "construction services",
);

const constructionItem = (code: string, name: Text, contractBegunBy?: string): SimplifiedItem => {
  const value: SimplifiedItemLaw = {
    state: "open",
    ratePercent: "3",
    ...(contractBegunBy !== undefined && { contractBegunBy: calendarDate(contractBegunBy) }),
  };
  const law = timeline<SimplifiedItemLaw>(`simplified-method.${code}`, name, showItem, [
    { from: "2016-05-01", to: "2025-12-31", value, source: constructionBefore2026, confirmedOn: null },
    { from: "2026-01-01", to: "2027-12-31", value, source: constructionFrom2026, confirmedOn: "2026-11-23" },
  ]);
  return { name, industries: ["47", "48", "49", "50"], law };
};

const showItem = ({ state, ratePercent, contractBegunBy }: SimplifiedItemLaw): string =>
  [state, `${ratePercent}%`, ...(contractBegunBy === undefined ? [] : [`≤ ${contractBegunBy}`])].join(" ");

/** An item of the old filing form. Nothing was read that says whether it survives 2025: its table ends there. */
const oldItem = (code: string, zh: string, en: string, industries: readonly string[]): SimplifiedItem => {
  const name = { zh, en };
  const law = timeline<SimplifiedItemLaw>(`simplified-method.${code}`, name, showItem, [
    {
      from: "2014-07-01",
      to: "2025-12-31",
      value: { state: "open", ratePercent: "3" },
      source: cite(
        "财税〔2009〕9号、财税〔2014〕57号",
        "Caishui [2009] No. 9, Caishui [2014] No. 57",
        "适用简易办法的项目",
        "items of the simplified method",
      ),
      confirmedOn: null,
    },
  ]);
  return { name, industries, law };
};

const employerSupplied: SimplifiedItem = {
  name: { zh: "建筑服务:甲供工程", en: "Construction: employer-supplied project" },
  industries: ["47", "48", "49", "50"],
  law: timeline<SimplifiedItemLaw>(
    "simplified-method.construction-employer-supplied",
    { zh: "甲供工程", en: "Employer-supplied project" },
    showItem,
    [
      {
        from: "2016-05-01",
        to: "2025-12-31",
        value: { state: "open", ratePercent: "3" },
        source: constructionBefore2026,
        confirmedOn: null,
      },
      {
        from: "2026-01-01",
        to: null,
        value: { state: "closed", ratePercent: "3" },
        source: constructionFrom2026,
        confirmedOn: "2026-11-23",
      },
    ],
  ),
};

export const simplifiedItems = {
  "construction-labour-only": constructionItem("construction-labour-only", {
    zh: "建筑服务:清包工",
    en: "Construction: labour-only contract",
  }),
  "construction-old-project": constructionItem(
    "construction-old-project",
    { zh: "建筑服务:老项目", en: "Construction: old project" },
    "2016-04-30",
  ),
  "construction-employer-supplied": employerSupplied,
  "small-hydropower": oldItem("small-hydropower", "小型水力发电", "Small hydropower", ["4413"]),
  "sand-and-stone": oldItem("sand-and-stone", "砂、土、石料", "Sand, earth and stone", ["10"]),
  bricks: oldItem("bricks", "砖、瓦、石灰", "Bricks, tiles and lime", ["30"]),
  "ready-mixed-concrete": oldItem("ready-mixed-concrete", "商品混凝土", "Ready-mixed concrete", ["30"]),
  "biological-products": oldItem("biological-products", "生物制品", "Biological products", ["27"]),
  "tap-water": oldItem("tap-water", "自来水", "Tap water", ["4610"]),
  consignment: oldItem("consignment", "寄售商店代销寄售物品", "Consignment shops", ["52"]),
  pawn: oldItem("pawn", "典当业销售死当物品", "Pawnbrokers' forfeited goods", ["66"]),
  "public-transport": oldItem("public-transport", "公共交通运输服务", "Public transport", ["54", "55"]),
  cinema: oldItem("cinema", "电影放映服务", "Cinema", ["87"]),
  storage: oldItem("storage", "仓储服务", "Storage", ["59"]),
  loading: oldItem("loading", "装卸搬运服务", "Loading", ["59"]),
  delivery: oldItem("delivery", "收派服务", "Collection and delivery", ["60"]),
} as const satisfies Record<string, SimplifiedItem>;

export type SimplifiedItemCode = keyof typeof simplifiedItems;

export const simplifiedItemCodes = Object.keys(simplifiedItems) as [SimplifiedItemCode, ...SimplifiedItemCode[]];

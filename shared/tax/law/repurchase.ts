import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** Whether income tax is refunded to those who buy again; both the sale and the purchase must lie within. */
export const repurchaseRefund = timeline<boolean>(
  "repurchase.refund",
  { zh: "换购住房退还个人所得税", en: "Refund of income tax when buying again" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2022-09-30",
      value: false,
      source: cite(
        "财政部 税务总局公告2022年第30号",
        "MOF STA Announcement [2022] No. 30",
        "第一条(自2022年10月1日起)",
        "item 1 (from 2022-10-01)",
      ),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2022-10-01",
      to: "2023-12-31",
      value: true,
      source: cite("财政部 税务总局公告2022年第30号", "MOF STA Announcement [2022] No. 30", "第一条", "item 1"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2024-01-01",
      to: "2025-12-31",
      value: true,
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2023年第28号",
        "MOF STA MOHURD Announcement [2023] No. 28",
        "第一条",
        "item 1",
      ),
      confirmedOn: null,
      note: { zh: "延续已见原文,文号未核实", en: "The extension was read, the number of the announcement was not" },
    },
    {
      from: "2026-01-01",
      to: "2027-12-31",
      value: true,
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2026年第3号",
        "MOF STA MOHURD Announcement [2026] No. 3",
        "第一条",
        "item 1",
      ),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2028-01-01",
      to: null,
      value: false,
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2026年第3号",
        "MOF STA MOHURD Announcement [2026] No. 3",
        "第一条(至2027年12月31日止)",
        "item 1 (to 2027-12-31)",
      ),
      confirmedOn: "2026-11-23",
      note: { zh: "未见新的延续公告", en: "No announcement that continues it is known" },
    },
  ],
);

/** A sale under one announcement and a purchase under the next one count as one policy. */
export const refundSpansExtensions = timeline<boolean>(
  "repurchase.across-extensions",
  { zh: "售旧与购新跨政策延续期", en: "Sale and purchase on either side of an extension" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("历次延续公告", "The announcements that continue it", "执行期限", "periods"),
      confirmedOn: null,
    },
  ],
);

/** How long after the sale the new home may be bought. */
export const repurchaseYears = timeline<number>(
  "repurchase.years",
  { zh: "出售后重新购房的期限(年)", en: "Years from the sale within which to buy again" },
  String,
  [
    {
      from: "2016-02-22",
      to: null,
      value: 1,
      source: cite(
        "财政部 税务总局公告2022年第30号",
        "MOF STA Announcement [2022] No. 30",
        "第一条",
        "item 1 (kept by those that continue it)",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Which days are those of the sale and of the purchase, and how co-owned homes are divided. */
export const repurchaseDetails = timeline<boolean>(
  "repurchase.details",
  { zh: "换购退税的时间认定和份额计算", en: "Days and shares for the refund" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("国家税务总局公告2022年第21号", "STA Announcement [2022] No. 21", "第二条至第四条", "items 2-4"),
      confirmedOn: null,
    },
  ],
);

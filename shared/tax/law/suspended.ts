import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** Stamp duty on homes bought or sold by individuals. */
export const homesFreeOfStampDuty = timeline<boolean>(
  "stamp-duty.homes",
  { zh: "个人销售、购买住房暂免印花税", en: "Homes bought or sold by individuals: stamp duty suspended" },
  showBoolean,
  [
    {
      from: "2008-11-01",
      to: "2022-06-30",
      value: true,
      source: cite("财税〔2008〕137号", "Caishui [2008] No. 137", "第二条", "item 2"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2022-07-01",
      to: null,
      value: true,
      source: cite(
        "财税〔2008〕137号、财政部 税务总局公告2022年第23号",
        "Caishui [2008] No. 137, MOF STA Announcement [2022] No. 23",
        "第二条;继续执行目录",
        "item 2; list of reliefs kept",
      ),
      confirmedOn: null,
    },
  ],
);

/** Land VAT on homes sold by individuals. */
export const homesFreeOfLandVat = timeline<boolean>(
  "land-vat.homes",
  { zh: "个人销售住房暂免土地增值税", en: "Homes sold by individuals: land VAT suspended" },
  showBoolean,
  [
    {
      from: "2008-11-01",
      to: null,
      value: true,
      source: cite("财税〔2008〕137号", "Caishui [2008] No. 137", "第三条", "item 3"),
      confirmedOn: "2026-11-23",
    },
  ],
);

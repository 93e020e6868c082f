import { halfRate, type Rate, wholeRate } from "../../kernel/fraction.ts";
import { showRate } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/**
 * What remains to be paid of the surcharges, and of stamp duty, by a natural person (six taxes and two fees,
 * 六税两费). For 2019 to 2021 the nation allowed up to a half and each province decided, so that span is the locality's.
 */
export const nationalRelief = timeline<Rate | "set-by-locality">(
  "surcharge.relief",
  { zh: "六税两费减征后比例", en: "Part that remains after the six taxes, two fees relief" },
  (value) => (value === "set-by-locality" ? "由省定 / set by the province" : showRate(value)),
  [
    {
      from: "2016-02-22",
      to: "2018-12-31",
      value: wholeRate,
      source: cite("财税〔2019〕13号", "Caishui [2019] No. 13", "施行前无减征", "no relief before it began"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2019-01-01",
      to: "2021-12-31",
      value: "set-by-locality",
      source: cite("财税〔2019〕13号", "Caishui [2019] No. 13", "第三条", "item 3"),
      confirmedOn: null,
    },
    {
      from: "2022-01-01",
      to: "2022-12-31",
      value: halfRate,
      source: cite("财政部 税务总局公告2022年第10号", "MOF STA Announcement [2022] No. 10", "第一条", "art. 1"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2023-01-01",
      to: "2027-12-31",
      value: halfRate,
      source: cite("财政部 税务总局公告2023年第12号", "MOF STA Announcement [2023] No. 12", "第二条", "art. 2"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2028-01-01",
      to: null,
      value: wholeRate,
      source: cite(
        "财政部 税务总局公告2023年第12号",
        "MOF STA Announcement [2023] No. 12",
        "第二条(减征至2027年12月31日止)",
        "art. 2 (the relief ends on 2027-12-31)",
      ),
      confirmedOn: "2026-11-23",
      note: { zh: "未见新的延续公告", en: "No announcement that continues it is known" },
    },
  ],
);

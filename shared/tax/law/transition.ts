import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/**
 * Whether a contract signed under older law and not yet declared follows the law of the filing day. True for all days
 * covered; the clauses that say so are those of the reforms.
 */
export const undeclaredTurnoverTaxFollowsFilingDay = timeline<boolean>(
  "transition.turnover",
  { zh: "已签约未申报的增值税,按申报日规定", en: "Signed but undeclared, VAT: the law of the filing day" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2024-11-30",
      value: true,
      source: cite("申报实践", "filing practice", "申报日适用", "filing day decides"),
      confirmedOn: null,
    },
    {
      from: "2024-12-01",
      to: "2025-12-31",
      value: true,
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2024年第16号",
        "MOF STA MOHURD Announcement [2024] No. 16",
        "过渡条款",
        "transition clause",
      ),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: true,
      source: cite(
        "财政部 税务总局公告2025年第17号",
        "MOF STA Announcement [2025] No. 17",
        "过渡条款",
        "transition clause",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** The same for deed tax. */
export const undeclaredDeedTaxFollowsFilingDay = timeline<boolean>(
  "transition.deed-tax",
  { zh: "已签约未申报的契税,按申报日规定", en: "Signed but undeclared, deed tax: the law of the filing day" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2024-11-30",
      value: true,
      source: cite("申报实践", "filing practice", "申报日适用", "filing day decides"),
      confirmedOn: null,
    },
    {
      from: "2024-12-01",
      to: null,
      value: true,
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2024年第16号",
        "MOF STA MOHURD Announcement [2024] No. 16",
        "过渡条款",
        "transition clause",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** Homes are counted on the filing day: registered ones count, also when sold; transferred ones no longer do. */
export const countedOnFilingDay = timeline<boolean>(
  "homes.counting-day",
  { zh: "按申报日登记状态计算住房套数", en: "Homes are counted as registered on the filing day" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("征管实务", "Practice", "申报日登记状态", "state of the register on the filing day"),
      confirmedOn: null,
    },
  ],
);

/** A part of a home counts as a home. */
export const shareCountsAsHome = timeline<boolean>(
  "homes.share-counts",
  { zh: "共有份额计为一套", en: "A co-owned share counts as one home" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("征管实务", "Practice", "共有住房", "co-owned homes"),
      confirmedOn: null,
    },
  ],
);

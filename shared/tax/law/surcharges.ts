import { percent, type Rate } from "../../kernel/fraction.ts";
import { showRate } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

export type UrbanTier = "city" | "county-town" | "elsewhere";

export const urbanMaintenanceRates = timeline<Readonly<Record<UrbanTier, Rate>>>(
  "surcharge.urban-maintenance",
  {
    zh: "城市维护建设税税率(市区/县城、镇/其他)",
    en: "Urban maintenance and construction tax (city, county town or town, elsewhere)",
  },
  (rates) => `${showRate(rates.city)} / ${showRate(rates["county-town"])} / ${showRate(rates.elsewhere)}`,
  [
    {
      from: "2016-02-22",
      to: "2021-08-31",
      value: { city: percent("7"), "county-town": percent("5"), elsewhere: percent("1") },
      source: cite(
        "城市维护建设税暂行条例",
        "Provisional Regulations on Urban Maintenance and Construction Tax",
        "第四条",
        "art. 4",
      ),
      confirmedOn: null,
    },
    {
      from: "2021-09-01",
      to: null,
      value: { city: percent("7"), "county-town": percent("5"), elsewhere: percent("1") },
      source: cite("城市维护建设税法", "Urban Maintenance and Construction Tax Law", "第四条", "art. 4"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const educationSurchargeRate = timeline<Rate>(
  "surcharge.education",
  { zh: "教育费附加征收率", en: "Education surcharge" },
  showRate,
  [
    {
      from: "2016-02-22",
      to: null,
      value: percent("3"),
      source: cite("征收教育费附加的暂行规定", "Provisional Provisions on the Education Surcharge", "第三条", "art. 3"),
      confirmedOn: "2026-11-23",
    },
  ],
);

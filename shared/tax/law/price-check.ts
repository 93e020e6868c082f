import { showBoolean } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** A declared price that is obviously low without a good reason may be assessed. */
export const lowPriceMayBeAssessed = timeline<boolean>(
  "price.assessment",
  { zh: "申报价格明显偏低且无正当理由的,可以核定", en: "An obviously low price without reason may be assessed" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2021-08-31",
      value: true,
      source: cite("税收征收管理法", "Tax Collection Law", "第三十五条第(六)项", "art. 35(6)"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2021-09-01",
      to: "2025-12-31",
      value: true,
      source: cite(
        "税收征收管理法、契税法",
        "Tax Collection Law, Deed Tax Law",
        "第三十五条第(六)项;第四条",
        "art. 35(6); art. 4",
      ),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2026-01-01",
      to: null,
      value: true,
      source: cite(
        "税收征收管理法、契税法、增值税法",
        "Tax Collection Law, Deed Tax Law, VAT Law",
        "第三十五条第(六)项;第四条;第二十条",
        "art. 35(6); art. 4; art. 20",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Whether the assessed price is without VAT, so that it is compared with the declared price after removing VAT. */
export const assessedPriceExcludesVat = timeline<boolean>(
  "price.assessed-without-vat",
  { zh: "核定的计税价格不含增值税", en: "The assessed price is without VAT" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: false,
      source: cite("财税〔2016〕43号", "Caishui [2016] No. 43", "施行前", "before it began"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2016-05-01",
      to: null,
      value: true,
      source: cite("财税〔2016〕43号", "Caishui [2016] No. 43", "第六条", "art. 6"),
      confirmedOn: "2026-11-23",
    },
  ],
);

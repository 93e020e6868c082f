import { percent, type Rate } from "../../kernel/fraction.ts";
import { showRate } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

/** A day's surcharge on tax paid late, from the day after the deadline to the day of payment, both counted. */
export const latePaymentRates = timeline<Rate>(
  "late-payment.daily",
  { zh: "税款滞纳金(按日加收)", en: "Surcharge on late payment, a day" },
  showRate,
  [
    {
      from: "2001-05-01",
      to: null,
      value: percent("0.05"),
      source: cite("税收征收管理法", "Law on the Administration of Tax Collection", "第三十二条", "art. 32"),
      confirmedOn: null,
      note: {
        zh: "起止日见《税收征收管理法实施细则》第七十五条;滞纳金可否超过税款本金,实务中有争议,此处不设上限",
        en: "First and last day: Implementing Rules art. 75. Whether it may exceed the tax itself is disputed; no ceiling here",
      },
    },
  ],
);

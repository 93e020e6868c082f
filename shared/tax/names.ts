import type { Text } from "../kernel/text.ts";
import type { TaxId } from "./assessment.ts";

/** What each tax is called, as it stands on bills. */
const taxNames: Readonly<Record<TaxId, Text>> = {
  "business-tax": { zh: "营业税", en: "business tax" },
  vat: { zh: "增值税", en: "value added tax" },
  "urban-maintenance-tax": { zh: "城市维护建设税", en: "urban maintenance and construction tax" },
  "education-surcharge": { zh: "教育费附加", en: "education surcharge" },
  "local-education-surcharge": { zh: "地方教育附加", en: "local education surcharge" },
  "land-vat": { zh: "土地增值税", en: "land value increment tax" },
  "stamp-duty": { zh: "印花税", en: "stamp duty" },
  "income-tax": { zh: "个人所得税", en: "individual income tax" },
  "deed-tax": { zh: "契税", en: "deed tax" },
};

/** Bills of other packages may hold taxes that no rule here reckons; those keep their own name. */
export const nameOfTax = (tax: string): Text => taxNames[tax as TaxId] ?? { zh: tax, en: tax };

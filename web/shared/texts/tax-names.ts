import type { Text } from "../../../shared/kernel/text.ts";

export const taxNames: Readonly<Record<string, Text>> = {
  "business-tax": { zh: "营业税", en: "Business tax" },
  vat: { zh: "增值税", en: "VAT" },
  "urban-maintenance-tax": { zh: "城市维护建设税", en: "Urban maintenance tax" },
  "education-surcharge": { zh: "教育费附加", en: "Education surcharge" },
  "local-education-surcharge": { zh: "地方教育附加", en: "Local education surcharge" },
  "land-vat": { zh: "土地增值税", en: "Land VAT" },
  "stamp-duty": { zh: "印花税", en: "Stamp duty" },
  "income-tax": { zh: "个人所得税", en: "Income tax" },
  "deed-tax": { zh: "契税", en: "Deed tax" },
};

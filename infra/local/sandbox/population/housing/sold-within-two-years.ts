import { monthsBefore, type Story, unitNumber, whole } from "./records.ts";

const home = unitNumber("450203", 201);

/** Bought fourteen months ago and sold again: VAT, its surcharges and income tax on a small gain. Both sides are single. */
export const soldWithinTwoYears: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市鱼峰区例子路2号2栋201室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "88.00",
      titleDate: monthsBefore(today, 14, 10),
      owners: whole("seller-mo"),
      restrictions: ["mortgage"],
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000201",
      unitNumber: home,
      price: "630000.00",
      contractDate: monthsBefore(today, 1, 21),
      sellers: whole("seller-mo"),
      buyers: whole("buyer-lu"),
    },
  ],
  neverMarried: ["seller-mo", "buyer-lu"],
  deedTaxes: [
    {
      unitNumber: home,
      certificateNumber: "例契2025-000201",
      certificateDate: monthsBefore(today, 14, 8),
      price: "598000.00",
      taxPaid: "5980.00",
    },
  ],
  assessedPrices: [{ unitNumber: home, price: "600000.00" }],
});

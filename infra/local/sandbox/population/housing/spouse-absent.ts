import { monthsBefore, type Story, unitNumber, whole } from "./records.ts";

const home = unitNumber("450206", 501);

/** A husband sells what is registered to him alone; his wife is no party, so that nobody may ask for her homes. */
export const spouseAbsent: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市柳江区例子路5号501室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "104.20",
      titleDate: "2015-06-30",
      owners: whole("seller-su"),
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000501",
      unitNumber: home,
      price: "540000.00",
      contractDate: monthsBefore(today, 1, 24),
      sellers: whole("seller-su"),
      buyers: whole("buyer-ou"),
    },
  ],
  marriages: [{ couple: ["seller-su", "spouse-nong"], since: "2016-02-14" }],
  neverMarried: ["buyer-ou"],
  deedTaxes: [
    {
      unitNumber: home,
      certificateNumber: "例契2015-000501",
      certificateDate: "2015-06-18",
      price: "330000.00",
      taxPaid: "4950.00",
    },
  ],
  assessedPrices: [{ unitNumber: home, price: "520000.00" }],
});

import { half, monthsBefore, type Story, unitNumber } from "./records.ts";

const home = unitNumber("450202", 101);

/** A couple sells the only home that they have had since 2012; a young couple buys it as their first. */
export const plainSale: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市城中区例子路1号1栋1单元101室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "98.50",
      titleDate: "2012-05-18",
      owners: half("seller-wei", "seller-qin"),
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000101",
      unitNumber: home,
      price: "880000.00",
      contractDate: monthsBefore(today, 1, 20),
      sellers: half("seller-wei", "seller-qin"),
      buyers: half("buyer-huang", "buyer-liang"),
    },
  ],
  marriages: [
    { couple: ["seller-wei", "seller-qin"], since: "1996-10-01" },
    { couple: ["buyer-huang", "buyer-liang"], since: "2021-05-20" },
  ],
  deedTaxes: [
    {
      unitNumber: home,
      certificateNumber: "例契2012-000101",
      certificateDate: "2012-05-10",
      price: "420000.00",
      taxPaid: "6300.00",
    },
  ],
  assessedPrices: [{ unitNumber: home, price: "850000.00" }],
});

import { half, monthsBefore, type Story, unitNumber, whole } from "./records.ts";

const home = unitNumber("450205", 401);

/** The contract says that one person sells the whole; the register says that half of it belongs to somebody else. */
export const ownerMissing: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市柳北区例子路4号401室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "110.00",
      titleDate: "2010-04-15",
      owners: half("seller-he", "owner-deng"),
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000401",
      unitNumber: home,
      price: "700000.00",
      contractDate: monthsBefore(today, 1, 23),
      sellers: whole("seller-he"),
      buyers: whole("buyer-feng"),
    },
  ],
  neverMarried: ["seller-he", "owner-deng", "buyer-feng"],
  deedTaxes: [
    {
      unitNumber: home,
      certificateNumber: "例契2010-000401",
      certificateDate: "2010-04-02",
      price: "310000.00",
      taxPaid: "4650.00",
    },
  ],
  assessedPrices: [{ unitNumber: home, price: "690000.00" }],
});

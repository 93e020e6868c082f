import { monthsBefore, type Story, unitNumber, whole } from "./records.ts";

const home = unitNumber("450222", 601);

/** The seller got the home in her divorce; the buyer married abroad, and no register here knows of it. */
export const divorcedSeller: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市柳城县大埔镇例子路6号601室",
      settlement: "town",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "89.90",
      titleDate: "2018-07-09",
      owners: whole("seller-pan"),
      acquisition: { mode: "divorce", earlier: { titleDate: "2009-06-30", price: "260000.00" } },
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000601",
      unitNumber: home,
      price: "410000.00",
      contractDate: monthsBefore(today, 1, 25),
      sellers: whole("seller-pan"),
      buyers: whole("buyer-xie"),
    },
  ],
  marriages: [
    { couple: ["seller-pan", "divorced-ning"], since: "1998-05-01", ended: { by: "divorce", on: "2018-06-20" } },
  ],
  assessedPrices: [{ unitNumber: home, price: "400000.00" }],
});

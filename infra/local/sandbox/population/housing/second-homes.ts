import { half, monthsBefore, type Story, unitNumber, whole } from "./records.ts";

const home = unitNumber("450204", 301);

/**
 * The sellers have another home elsewhere in Guangxi: over five years, but not their only one. The buyers have a child,
 * and one home in the city: a second home of more than 140 m².
 */
export const secondHomes: Story = (today) => ({
  units: [
    {
      unitNumber: home,
      address: "柳州市柳南区例子路3号301室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "152.30",
      titleDate: "2017-09-01",
      owners: half("seller-tan", "seller-luo"),
    },
    {
      unitNumber: unitNumber("450103", 302),
      address: "南宁市青秀区例子路3号302室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "75.00",
      titleDate: "2020-03-12",
      owners: whole("seller-luo"),
    },
    {
      unitNumber: unitNumber("450205", 303),
      address: "柳州市柳北区例子路3号303室",
      settlement: "urban",
      use: "housing",
      kind: "commodity",
      areaSquareMetres: "92.00",
      titleDate: "2014-11-28",
      owners: half("buyer-lan", "buyer-shi"),
    },
  ],
  contracts: [
    {
      contractNumber: "LZ-CLF-000301",
      unitNumber: home,
      price: "1560000.00",
      contractDate: monthsBefore(today, 1, 22),
      sellers: half("seller-tan", "seller-luo"),
      buyers: half("buyer-lan", "buyer-shi"),
    },
  ],
  marriages: [
    { couple: ["seller-tan", "seller-luo"], since: "2000-01-01" },
    { couple: ["buyer-lan", "buyer-shi"], since: "2008-08-08" },
  ],
  children: [{ child: "child-lan", parents: ["buyer-lan", "buyer-shi"] }],
  deedTaxes: [
    {
      unitNumber: home,
      certificateNumber: "例契2017-000301",
      certificateDate: "2017-08-25",
      price: "980000.00",
      taxPaid: "14000.00",
    },
  ],
  assessedPrices: [{ unitNumber: home, price: "1500000.00" }],
});

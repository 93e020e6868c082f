import { crowdLogin, crowdNumbers } from "../crowd.ts";
import { half, monthsBefore, type Story, unitNumber } from "./records.ts";

/** Contracts of the crowd: `LZ-CLF-9` and the number of the couple that sells. */
export const crowdContract = (number: number): string => `LZ-CLF-9${String(number).padStart(5, "0")}`;

const homeOf = (number: number): string => unitNumber("450203", 90_000 + number);

/** As the plain sale, again and again: an only home held for long, bought by a couple without one. */
export const crowdSales: Story = (today) => ({
  units: crowdNumbers.map((number) => ({
    unitNumber: homeOf(number),
    address: `柳州市鱼峰区众例路9号${number}室`,
    settlement: "urban",
    use: "housing",
    kind: "commodity",
    areaSquareMetres: "88.00",
    titleDate: "2011-03-15",
    owners: half(crowdLogin("seller", number), crowdLogin("seller-spouse", number)),
  })),
  contracts: crowdNumbers.map((number) => ({
    contractNumber: crowdContract(number),
    unitNumber: homeOf(number),
    price: "760000.00",
    contractDate: monthsBefore(today, 1, 12),
    sellers: half(crowdLogin("seller", number), crowdLogin("seller-spouse", number)),
    buyers: half(crowdLogin("buyer", number), crowdLogin("buyer-spouse", number)),
  })),
  marriages: crowdNumbers.flatMap((number) => [
    { couple: [crowdLogin("seller", number), crowdLogin("seller-spouse", number)] as const, since: "1990-05-01" },
    { couple: [crowdLogin("buyer", number), crowdLogin("buyer-spouse", number)] as const, since: "2016-10-10" },
  ]),
  deedTaxes: crowdNumbers.map((number) => ({
    unitNumber: homeOf(number),
    certificateNumber: `众例契2011-${String(number).padStart(6, "0")}`,
    certificateDate: "2011-03-01",
    price: "350000.00",
    taxPaid: "3500.00",
  })),
  assessedPrices: crowdNumbers.map((number) => ({ unitNumber: homeOf(number), price: "740000.00" })),
});

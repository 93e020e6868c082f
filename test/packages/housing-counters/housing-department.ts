import { type Fake, withoutHomes } from "./fake.ts";
import { buyers, sellers, unitNumber } from "./parties.ts";

export const housingDepartment: Fake = (records) => ({
  "housing-contracts/contract": () => ({
    contractNumber: "LZ-CLF-1",
    status: records().isCancelled ? "cancelled" : "signed",
    unitNumber,
    price: records().price,
    contractDate: "2025-12-01",
    sellers,
    buyers,
  }),
  "housing-contracts/presale-homes": withoutHomes,
});

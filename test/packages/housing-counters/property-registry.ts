import { type Fake, later, withoutHomes } from "./fake.ts";
import { sellers, unitNumber } from "./parties.ts";

export const propertyRegistry: Fake = (records) => ({
  "property-registry/unit": () => ({
    unitNumber,
    address: "柳州市",
    division: "450202",
    settlement: "urban",
    use: "housing",
    areaSquareMetres: "98.50",
    titleDate: "2024-12-20",
    owners: sellers,
    acquisition: { mode: "purchase" },
    restrictions: records().restrictions,
  }),
  "property-registry/homes": withoutHomes,
  "property-registry/tax-cleared": () => ({ acknowledgement: "A-1", receivedOn: "2026-01-02" }),
  "property-registry/registration": () => later,
});

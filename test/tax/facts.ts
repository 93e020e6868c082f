import { assess } from "../../shared/tax/assess.ts";
import type { Assessment, TaxId, TaxLine } from "../../shared/tax/assessment.ts";
import { change } from "../../shared/tax/commands/scenario-file.ts";
import { HousingFacts } from "../../shared/tax/facts.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import type { Locality } from "../../shared/tax/locality.ts";

/** A plain sale: held over two years, not the only home, the buyer's first home of 88 m². */
const plainSale = {
  filingDate: "2026-06-01",
  property: { unit: "U-1", division: "450203", use: "housing", areaSquareMetres: "88" },
  sale: { declaredPrice: "1030000.00" },
  acquisition: {
    mode: "purchase",
    titleDate: "2022-01-10",
    deedTaxDate: "2022-01-08",
    price: "800000.00",
    taxesAndFees: "8000.00",
  },
  sellers: [{ id: "s1", share: "1", family: "F" }],
  buyers: [{ id: "b1", share: "1", family: "G" }],
  families: [
    { id: "F", declared: { otherHomesInProvince: 1 } },
    { id: "G", declared: { otherHomesInQueryArea: 0 } },
  ],
};

export const saleJson = (changes: Readonly<Record<string, unknown>> = {}): unknown => change(plainSale, changes);

export const sale = (changes: Readonly<Record<string, unknown>> = {}): HousingFacts =>
  HousingFacts.parse(saleJson(changes));

export const assessSale = (changes: Readonly<Record<string, unknown>> = {}, locality: Locality = liuzhou): Assessment =>
  assess(sale(changes), { locality });

export const lineOf = ({ lines }: Assessment, tax: TaxId): TaxLine => {
  const line = lines.find((each) => each.tax === tax);
  if (line === undefined) throw new Error(`No line for ${tax}`);
  return line;
};

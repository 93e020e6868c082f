import { HousingFacts, type HousingFactsJson } from "../../../shared/tax/facts.ts";
import { randomFrom } from "../../tax/random-facts.ts";

/** One sale in the numbers that every engine of this benchmark understands: days as YYYYMMDD, money in fen. */
export interface PlainSale {
  readonly filed: number;
  readonly titled: number;
  readonly deedTaxed: number;
  readonly price: number;
  /** -1 when the original value cannot be proven. */
  readonly cost: number;
  readonly renovation: number;
  readonly area: number;
  readonly sellersOtherHomes: number;
  readonly buyersHomes: number;
  /** Urban maintenance tax in percent. */
  readonly tier: number;
}

/** Due in fen: turnover tax, urban maintenance tax, both education surcharges, income tax, deed tax. */
export type Due = readonly [number, number, number, number, number, number];

export interface Sale {
  readonly plain: PlainSale;
  readonly facts: HousingFacts;
}

/** Sales on either side of the limits. No 29 February, so that an anniversary is a number 20000 or 50000 further on. */
export const sampleSales = (count: number): readonly Sale[] => {
  const random = randomFrom(11);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return Array.from({ length: count }, () => {
    const filed = pick([20160430, 20160501, 20181231, 20190101, 20241130, 20241201, 20251231, 20260101, 20280101]);
    const titled = filed - pick([0, 1, 2, 3, 5, 8]) * 10_000 - pick([0, 100]);
    const plain: PlainSale = {
      filed,
      titled: isDay(titled) ? titled : filed,
      deedTaxed: isDay(titled) ? titled : filed,
      price: (300_000 + below(2_000_000)) * 100,
      cost: random() < 0.2 ? -1 : (200_000 + below(1_500_000)) * 100,
      renovation: below(200_000) * 100,
      area: pick([8900, 9000, 9001, 14_000, 14_001, 20_000]),
      sellersOtherHomes: below(2),
      buyersHomes: below(4),
      tier: pick([7, 5]),
    };
    return { plain, facts: HousingFacts.parse(factsOf(plain)) };
  });
};

const isDay = (day: number): boolean => {
  const text = write(day);
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

const write = (day: number): string => String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
const yuan = (fen: number): string => (fen / 100).toFixed(2);

const factsOf = (sale: PlainSale): HousingFactsJson => ({
  filingDate: write(sale.filed),
  property: {
    unit: "U-1",
    division: sale.tier === 7 ? "450203" : "450223",
    settlement: sale.tier === 7 ? "urban" : "town",
    use: "housing",
    areaSquareMetres: yuan(sale.area),
  },
  sale: { declaredPrice: yuan(sale.price) },
  acquisition: {
    mode: "purchase",
    titleDate: write(sale.titled),
    deedTaxDate: write(sale.deedTaxed),
    price: sale.cost < 0 ? null : yuan(sale.cost),
    taxesAndFees: sale.cost < 0 ? null : "0",
  },
  costs: { renovation: yuan(sale.renovation) },
  sellers: [{ id: "s", share: "1", family: "F" }],
  buyers: [{ id: "b", share: "1", family: "G" }],
  families: [
    { id: "F", declared: { otherHomesInProvince: sale.sellersOtherHomes } },
    { id: "G", declared: { otherHomesInQueryArea: sale.buyersHomes } },
  ],
});

import type { Contract, HousingRecords, Marriage, Share, Unit } from "../records.ts";
import { monthsBefore, unitNumber } from "../records.ts";

/** What is particular to one sale of the street; everything else is like next door. */
export interface Sale {
  /** Three digits: of the contract, the home and its address. */
  readonly number: number;
  readonly price: string;
  readonly area?: string;
  readonly sellers: readonly Share[];
  readonly buyers: readonly Share[];
  readonly owners?: readonly Share[];
  /** What the sellers paid for it in 2008; none where they did not buy it. */
  readonly bought?: readonly [price: string, deedTax: string];
  readonly acquisition?: Unit["acquisition"];
  /** A home unless said otherwise. */
  readonly use?: Unit["use"];
  /** Without VAT; the price less a tenth unless said otherwise. */
  readonly assessed?: string;
  readonly contract?: Partial<Contract>;
  readonly otherHomes?: readonly { readonly division: string; readonly owners: readonly Share[] }[];
  readonly marriages?: readonly Marriage[];
  readonly neverMarried?: HousingRecords["neverMarried"];
  readonly children?: HousingRecords["children"];
  readonly presales?: readonly { readonly division: string; readonly buyers: readonly Share["person"][] }[];
}

export const homeOf = (number: number): string => unitNumber("450203", number);
export const contractOf = (number: number): string => `LZ-CLF-000${number}`;

/** The records of a sale in the street, bought in 2008 and long held unless its acquisition says otherwise. */
export const recordsOf = (sale: Sale, today: string): HousingRecords => {
  const { number, price, sellers, buyers, otherHomes = [], presales = [] } = sale;
  const unit = homeOf(number);
  const home = (unitOf: string, owners: readonly Share[], areaSquareMetres: string): Unit => ({
    unitNumber: unitOf,
    address: `柳州市鱼峰区例邻街${number}号`,
    settlement: "urban",
    use: "housing",
    kind: "commodity",
    areaSquareMetres,
    titleDate: "2008-09-16",
    owners,
  });
  return {
    units: [
      {
        ...home(unit, sale.owners ?? sellers.map(({ person, share }) => ({ person, share })), sale.area ?? "88.00"),
        ...(sale.use && { use: sale.use }),
        ...(sale.acquisition && { acquisition: sale.acquisition }),
      },
      ...otherHomes.map(({ division, owners }, index) =>
        home(unitNumber(division, number * 10 + index), owners, "70.00"),
      ),
    ],
    contracts: [
      {
        contractNumber: contractOf(number),
        unitNumber: unit,
        price,
        contractDate: monthsBefore(today, 1, 10),
        sellers,
        buyers,
        ...sale.contract,
      },
    ],
    presales: presales.map(({ division, buyers: of }, index) => ({
      unitNumber: unitNumber(division, number * 10 + 5 + index),
      buyers: of,
    })),
    marriages: sale.marriages ?? [],
    neverMarried: sale.neverMarried ?? [],
    children: sale.children ?? [],
    deedTaxes: sale.bought
      ? [
          {
            unitNumber: unit,
            certificateNumber: `例契2008-${number}`,
            certificateDate: "2008-09-10",
            price: sale.bought[0],
            taxPaid: sale.bought[1],
          },
        ]
      : [],
    assessedPrices: [{ unitNumber: unit, price: sale.assessed ?? `${Math.floor(Number(price) * 0.9)}.00` }],
  };
};

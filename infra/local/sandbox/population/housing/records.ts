import type { Login } from "../people.ts";

/** What the authorities hold of one family's story, each its own part. */
export interface HousingRecords {
  readonly units?: readonly Unit[];
  readonly contracts?: readonly Contract[];
  readonly presales?: readonly Presale[];
  readonly marriages?: readonly Marriage[];
  /** Known to the marriage register, without any marriage. Whoever stands in neither list is not known to it. */
  readonly neverMarried?: readonly Login[];
  readonly children?: readonly { readonly child: Login; readonly parents: readonly Login[] }[];
  readonly deedTaxes?: readonly DeedTax[];
  /** Income tax that sellers have paid already, each for themselves. */
  readonly salesTaxed?: readonly SaleTaxed[];
  /** Purchases whose deed tax has been paid already. */
  readonly purchasesTaxed?: readonly PurchaseTaxed[];
  /** Without VAT; a unit that is not listed has no assessed price. */
  readonly assessedPrices?: readonly { readonly unitNumber: string; readonly price: string }[];
}

export interface Share {
  readonly person: Login;
  readonly share: string;
  /** Who acts for them: a guardian, or an agent named in the contract. */
  readonly representedBy?: Login;
}

export interface Unit {
  readonly unitNumber: string;
  readonly address: string;
  readonly settlement: "urban" | "town" | "village";
  readonly use: "housing" | "non-residential" | "parking" | "mixed";
  readonly kind?: "commodity" | "public-housing" | "affordable";
  readonly areaSquareMetres: string;
  readonly titleDate: string;
  readonly owners: readonly Share[];
  /** A purchase unless said otherwise. */
  readonly acquisition?: Readonly<Record<string, unknown>> & { readonly mode: string };
  readonly restrictions?: readonly ("mortgage" | "seizure")[];
}

export interface Contract {
  readonly contractNumber: string;
  readonly status?: "signed" | "cancelled";
  readonly unitNumber: string;
  readonly price: string;
  /** Of the price; yuan when absent. */
  readonly currency?: string;
  readonly contractDate: string;
  /** The part of the home that is sold; the whole when absent. */
  readonly portion?: string;
  readonly sellers: readonly Share[];
  readonly buyers: readonly Share[];
}

export interface Presale {
  readonly unitNumber: string;
  readonly buyers: readonly Login[];
}

export interface Marriage {
  readonly couple: readonly [Login, Login];
  readonly since: string;
  readonly ended?: { readonly by: "divorce" | "death"; readonly on: string };
}

export interface DeedTax {
  readonly unitNumber: string;
  readonly certificateNumber: string;
  readonly certificateDate: string;
  readonly price: string;
  readonly taxPaid: string;
}

export interface SaleTaxed {
  readonly seller: Login;
  readonly contractNumber: string;
  readonly division: string;
  readonly taxPaidOn: string;
  readonly taxPaid: string;
  readonly priceWithoutVat: string;
  readonly share: string;
  readonly paidFrom: string;
}

export interface PurchaseTaxed {
  readonly contractNumber: string;
  readonly division: string;
  readonly deedTaxPaidOn: string;
  readonly priceWithoutVat: string;
}

/** A story: what the records say on the day on which the sandbox starts. */
export type Story = (today: string) => HousingRecords;

/** The records of several families as one. */
export const together = (told: readonly HousingRecords[]): Required<HousingRecords> => ({
  units: told.flatMap(({ units = [] }) => units),
  contracts: told.flatMap(({ contracts = [] }) => contracts),
  presales: told.flatMap(({ presales = [] }) => presales),
  marriages: told.flatMap(({ marriages = [] }) => marriages),
  neverMarried: told.flatMap(({ neverMarried = [] }) => neverMarried),
  children: told.flatMap(({ children = [] }) => children),
  deedTaxes: told.flatMap(({ deedTaxes = [] }) => deedTaxes),
  salesTaxed: told.flatMap(({ salesTaxed = [] }) => salesTaxed),
  purchasesTaxed: told.flatMap(({ purchasesTaxed = [] }) => purchasesTaxed),
  assessedPrices: told.flatMap(({ assessedPrices = [] }) => assessedPrices),
});

/** 28 characters, the first six the division; the rest is invented. */
export const unitNumber = (division: string, serial: number): string =>
  `${division}999001GB${String(serial).padStart(5, "0")}F00010001`;

/** The day of the month that lies so many months before today's: keeps "fourteen months ago" true in any year. */
export const monthsBefore = (today: string, months: number, day: number): string => {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
};

export const half = (a: Login, b: Login): readonly Share[] => [
  { person: a, share: "1/2" },
  { person: b, share: "1/2" },
];

export const whole = (person: Login): readonly Share[] => [{ person, share: "1" }];

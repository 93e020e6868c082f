import { companies } from "../sandbox/population/companies.ts";
import type { Login } from "../sandbox/population/people.ts";

/** Who comes, with what, and what they say when they are asked. Nobody types what an authority holds. */
export interface Story {
  readonly title: string;
  readonly packageId: string;
  /** The first one opens the case. */
  readonly people: readonly [Login, ...Login[]];
  readonly opening: Readonly<Record<string, unknown>>;
  /** Answers by step; a step that is not here is only confirmed. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What an officer establishes, by step. */
  readonly established: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const officer: Login = "officer-lin";

/** Between them, these three have each of the fifteen tasks: no single newcomer has all of them. */
export const newcomers: readonly Story[] = [
  {
    title: "A plain small company",
    packageId: "new-taxpayer",
    people: ["founder-zhong"],
    opening: { creditCode: companies["plain-company"].creditCode },
    answers: {},
    established: {},
  },
  {
    title: "A building company: general status, paper invoices, simplified method",
    packageId: "new-taxpayer",
    people: ["builder-gan"],
    opening: { creditCode: companies["building-company"].creditCode },
    answers: {
      "confirm-form": {
        generalStatusWish: { hasSoundAccounting: true },
        simplifiedMethodWish: { item: "construction-labour-only" },
        paperInvoiceWish: {
          lines: [{ kind: "special", monthlyCount: 25, maxAmount: "100000.00" }],
          delivery: "post",
        },
      },
    },
    established: {},
  },
  {
    title: "A noodle shop without books: an officer assesses a fixed quota",
    packageId: "new-taxpayer",
    people: ["owner-long"],
    opening: { creditCode: companies["noodle-stall"].creditCode },
    answers: {
      "confirm-form": { fixedQuotaWish: { floorAreaSquareMetres: 40, expectedMonthlySales: "30000.00" } },
    },
    established: { "fixed-quota-assessment": { monthlyQuota: "28000.00" } },
  },
];

export const plainSale: Story = {
  title: "A couple sells its only home, a couple buys its first",
  packageId: "second-hand-housing",
  people: ["buyer-huang", "buyer-liang", "seller-wei", "seller-qin"],
  opening: { contractNumber: "LZ-CLF-000101" },
  answers: {},
  established: {},
};

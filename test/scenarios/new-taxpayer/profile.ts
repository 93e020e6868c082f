import type { CompanyStory } from "../../../infra/local/sandbox/population/companies.ts";

/** A newcomer, what it wishes, and where its fifteen tasks stand once the applicant has confirmed. */
export interface Profile {
  readonly profile: string;
  readonly company: CompanyStory;
  /** The day of the application; 23 November 2026 unless said. */
  readonly on?: string;
  readonly wishes?: Readonly<Record<string, unknown>>;
  /** What the authorities' records say instead. */
  readonly licence?: Readonly<Record<string, unknown>>;
  readonly account?: Readonly<Record<string, unknown>>;
  readonly hasDevice?: true;
  /** See `standings.ts` for the letters. */
  readonly tasks: string;
  readonly why: string;
}

const yuan = (amount: number): string => amount.toFixed(2);

export const special = (monthlyCount: number, amount: number) => ({
  kind: "special",
  monthlyCount,
  maxAmount: yuan(amount),
});
export const ordinary = (monthlyCount: number, amount: number) => ({
  kind: "ordinary",
  monthlyCount,
  maxAmount: yuan(amount),
});
export const paper = (...lines: readonly object[]) => ({ paperInvoiceWish: { lines, delivery: "post" } });
export const quota = (amount: number) => ({ quotaWish: { monthlyTotal: yuan(amount), reason: "已签合同" } });
export const general = { generalStatusWish: { hasSoundAccounting: true } };
export const simplified = (item: string, further: Readonly<Record<string, unknown>> = {}) => ({
  ...general,
  simplifiedMethodWish: { item, ...further },
});
export const fixedQuota = { fixedQuotaWish: { floorAreaSquareMetres: 18, expectedMonthlySales: "20000.00" } };

import type { TaxpayerKind } from "../../../connectors/market-regulation/port.ts";
import type { CalendarDate } from "../../../kernel/day.ts";
import { accountDuty, accountingStandards } from "../law/households.ts";
import { lawOn } from "./law-on.ts";

export interface AccountingSystem {
  readonly standard: string;
  readonly reportPeriod: "month" | "quarter" | "year";
  readonly depreciation: string;
  readonly lowValueItems: string;
  readonly software?: string;
}

/** What is filed unless the taxpayer says otherwise: the standard of its kind, and the simplest methods. */
export const accountingSystemFor = (
  {
    kind,
    isGeneral,
    wish,
  }: { readonly kind: TaxpayerKind; readonly isGeneral: boolean; readonly wish?: Partial<AccountingSystem> },
  date: CalendarDate,
): AccountingSystem => ({
  standard: lawOn(accountingStandards, date).value[kind],
  reportPeriod: isGeneral ? "month" : "quarter",
  depreciation: "straight-line",
  lowValueItems: "written-off-at-once",
  ...wish,
});

/** Whether accounts are reported, and whether taxes are debited: units must have an account, others may. */
export const accountChoices = (
  {
    kind,
    hasAccount,
    debitChoice,
  }: { readonly kind: TaxpayerKind; readonly hasAccount: boolean; readonly debitChoice?: boolean },
  date: CalendarDate,
): { readonly reportsAccounts: boolean; readonly wantsDebit: boolean; readonly law: readonly string[] } => {
  const { id, value } = lawOn(accountDuty, date);
  const reportsAccounts = value.includes(kind) || hasAccount || debitChoice === true;
  return { reportsAccounts, wantsDebit: debitChoice ?? reportsAccounts, law: [id] };
};

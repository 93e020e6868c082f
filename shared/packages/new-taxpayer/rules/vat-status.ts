import { addMonths, type CalendarDate, calendarDate } from "../../../kernel/day.ts";
import type { Fen } from "../../../kernel/fen.ts";
import {
  type GeneralStatusStart,
  generalStatusSales,
  generalStatusStarts,
  generalStatusTrades,
} from "../law/vat-status.ts";
import { lawOn } from "./law-on.ts";

export interface VatStatusFacts {
  readonly industryCodes: readonly string[];
  readonly declaredActivities: readonly string[];
  /** Sales of the last twelve months; a newcomer that has not traded has none. */
  readonly sales?: Fen;
  /** Asked for by the taxpayer, who then declares sound accounting. */
  readonly wish?: { readonly start?: GeneralStatusStart };
}

export type VatStatus =
  | { readonly status: "small-scale"; readonly law: readonly string[] }
  | {
      readonly status: "general";
      readonly grounds: "industry" | "sales" | "choice";
      readonly effectiveFrom: CalendarDate;
      readonly law: readonly string[];
    };

/** General status by duty or by choice, else small-scale. `date` is the day of the application. */
export const vatStatusOf = (facts: VatStatusFacts, date: CalendarDate): VatStatus => {
  const sales = lawOn(generalStatusSales, date);
  const trades = lawOn(generalStatusTrades, date);
  const starts = lawOn(generalStatusStarts, date);
  const isOfTrade =
    facts.industryCodes.some((code) => trades.value.industryCodes.includes(code)) ||
    facts.declaredActivities.some((activity) => trades.value.declaredActivities.includes(activity));
  const isAboveLimit = (facts.sales ?? 0) > sales.value;
  const grounds = isOfTrade ? "industry" : isAboveLimit ? "sales" : facts.wish ? "choice" : undefined;
  if (grounds === undefined) return { status: "small-scale", law: [sales.id, trades.id] };
  // Only who has the choice may choose the start, and only where the law of the day leaves one.
  const mayStartLater =
    grounds === "choice" && facts.wish?.start === "next-period" && starts.value.includes("next-period");
  const thisMonth = firstOfMonth(date);
  return {
    status: "general",
    grounds,
    effectiveFrom: mayStartLater ? addMonths(thisMonth, 1) : thisMonth,
    law: [grounds === "sales" ? sales.id : trades.id, starts.id],
  };
};

/** A general taxpayer files by the month: its period is the calendar month. */
const firstOfMonth = (date: CalendarDate): CalendarDate => calendarDate(`${date.slice(0, 8)}01`);

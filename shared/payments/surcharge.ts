import { type CalendarDate, daysBetween } from "../kernel/day.ts";
import { type Fen, fen, multiply, sum } from "../kernel/fen.ts";
import { fraction, timesRate } from "../kernel/fraction.ts";
import { latePaymentRates } from "../tax/law/late-payment.ts";
import { entryOn } from "../tax/law/timeline.ts";
import type { BillItem } from "./bill.ts";

export interface Surcharge {
  /** Days of delay: the day of payment counts, the last day in time does not. */
  readonly days: number;
  readonly total: Fen;
}

/**
 * The late payment surcharge on a bill paid on `paidOn`, rounded once per tax (Law on the Administration of Tax
 * Collection art. 32; Implementing Rules art. 75).
 */
export const surchargeOn = (
  items: readonly BillItem[],
  dueOn: CalendarDate | undefined,
  paidOn: CalendarDate,
): Surcharge => {
  const days = dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, paidOn));
  if (days === 0) return { days: 0, total: fen(0) };
  const law = entryOn(latePaymentRates, paidOn);
  if (law === undefined) throw new Error(`No law on late payment for ${paidOn}`);
  const rate = timesRate(law.value, fraction(days));
  return { days, total: sum(items.map(({ amount }) => multiply(amount, rate))) };
};

import type { Settlement } from "../connectors/core-tax/housing.ts";
import { formatYuan } from "../kernel/fen.ts";
import { type Bill, settledAttempt } from "../payments/bill.ts";
import { taxesOf } from "../payments/bill-transitions.ts";
import { dayInChina } from "../payments/china-time.ts";

/** Bills as they came in (入库); nothing while one of them has not. */
export const settlementOf = (bills: readonly Bill[]): Settlement | undefined => {
  const settled = bills.flatMap((bill) => {
    const paid = settledAttempt(bill);
    const [item] = bill.items;
    if (paid?.transaction === undefined || item === undefined) return [];
    return [
      {
        billNumber: item.reference,
        paidOn: dayInChina(paid.transaction.paidAt),
        amount: formatYuan(taxesOf(bill)),
        surcharge: formatYuan(paid.surcharge),
      },
    ];
  });
  return settled.length > 0 && settled.length === bills.length ? { settled } : undefined;
};

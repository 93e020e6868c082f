import type * as z from "zod";
import { formatYuan } from "../../kernel/fen.ts";
import type { Text } from "../../kernel/text.ts";
import type { ComparedDay, Difference } from "../../payments/reconciliation/difference.ts";
import type { DifferenceView, ReconciliationView } from "../resources/reconciliation.ts";

/** The reconciliation as officers see it. */
export const viewReconciliation = (found: {
  readonly days: readonly ComparedDay[];
  readonly differences: readonly Difference[];
}): z.output<ReturnType<typeof ReconciliationView>> => ({
  days: found.days.map(({ way, theirs, ours, ...day }) => ({
    ...day,
    wallet: way,
    theirs: formatYuan(theirs),
    ours: formatYuan(ours),
  })),
  differences: found.differences.map(viewDifference),
});

const viewDifference = (difference: Difference): z.output<ReturnType<typeof DifferenceView>> => {
  const { id, way, day, kind, orderNumber, refundNumber, theirs, ours, repair, foundAt } = difference;
  return {
    id,
    wallet: way,
    day,
    kind,
    words: kindWords[kind],
    orderNumber,
    ...(refundNumber !== undefined && { refundNumber }),
    ...(theirs && { theirs: { amount: formatYuan(theirs.amount), reference: theirs.reference, at: theirs.at } }),
    ...(ours && { ours: { amount: formatYuan(ours.amount), reference: ours.reference } }),
    repair,
    proposal: repairWords[repair],
    foundAt,
  };
};

const kindWords: Readonly<Record<Difference["kind"], Text>> = {
  "not-booked": { zh: "支付机构有,本局未入账", en: "the wallet has it, we have not booked it" },
  "not-at-wallet": { zh: "本局已入账,支付机构没有", en: "we have booked it, the wallet has no such thing" },
  "amount-differs": { zh: "金额不一致", en: "the amounts differ" },
  "reference-differs": { zh: "交易号不一致", en: "the transaction numbers differ" },
};

const repairWords: Readonly<Record<Difference["repair"], Text>> = {
  "book-payment": {
    zh: "补记入账;如该单已缴清,则作为多缴款项退回",
    en: "Book it; where the bill is paid already, it goes back as a surplus.",
  },
  "book-refund": { zh: "补记退款", en: "Book the refund." },
  "reverse-payment": {
    zh: "再次向支付机构查询;确无此款时冲回入账",
    en: "Ask the wallet once more; if it knows of no payment, take the booking back.",
  },
  "by-hand": { zh: "须与支付机构人工核实", en: "To be examined with the wallet by hand." },
};

import type { CalendarDate } from "../kernel/day.ts";
import { formatYuan } from "../kernel/fen.ts";
import type { AssessOptions } from "./assess.ts";
import { Evidence } from "./evidence.ts";
import type { RepurchaseAnswer, RepurchaseFacts } from "./repurchase-facts.ts";
import { refundFor } from "./rules/repurchase-refund.ts";
import { doubts } from "./write-line.ts";

/**
 * Refund of income tax when a seller buys again within a year (换购住房退税), explained. `askedOn` is the day of the
 * application; a day without law is refused.
 */
export const assessRepurchaseRefund = (
  facts: RepurchaseFacts,
  { locality, askedOn }: AssessOptions & { readonly askedOn: CalendarDate },
): RepurchaseAnswer => {
  const evidence = new Evidence(askedOn);
  const refund = refundFor(facts, locality, evidence);
  const { law, sentences } = evidence.gather();
  return {
    outcome: refund.outcome,
    amount: refund.outcome === "refund" ? formatYuan(refund.amount) : null,
    formula: refund.outcome === "refund" ? `round(${refund.formula.text})` : null,
    explanation: sentences.concat(doubts(law)),
    shortfalls: refund.outcome === "refund" ? [] : [...refund.shortfalls],
    missing: refund.outcome === "incomplete" ? [...refund.missing] : [],
    law: law.map(({ id }) => id),
  };
};

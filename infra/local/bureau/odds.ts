import type { Step } from "../../../shared/packages/package.ts";

/** How likely a thing is in a simulated case, from 0 to 1. */
export interface Odds {
  /** That a step with a condition applies. */
  readonly applies: number;
  /** That an officer has to look at it. */
  readonly officer: number;
}

/** Steps that differ from their kind: made-up shares of an ordinary year, not measured anywhere. */
const known: Readonly<Record<string, Partial<Odds>>> = {
  "confirm-form": { applies: 1 },
  "fixed-quota-assessment": { applies: 0.35, officer: 0.3 },
  "invoice-limit-approval": { applies: 0.8, officer: 0.06 },
  "general-taxpayer-registration": { applies: 0.2 },
  "simplified-method-filing": { applies: 0.04 },
  payment: { applies: 1 },
  "contract-again": { applies: 1 },
  "unit-again": { applies: 1 },
  "children-homes": { applies: 0.45 },
  "children-presale-homes": { applies: 0.45 },
  "seller-statement": { applies: 0.01 },
  "buyer-statement": { applies: 0.01 },
  "seller-count": { applies: 0.03 },
  "buyer-count": { applies: 0.03 },
  "price-answers": { applies: 0.1 },
  "overpaid-refund": { applies: 0.02 },
  refund: { applies: 0.01 },
  assessment: { officer: 0.02 },
  "record-check": { officer: 0.02 },
};

/** What is known of a step, or else what its kind suggests: exceptions are rare, a task of the package is the rule. */
export const oddsOf = ({ id, kind, asks, appliesWhen, decide }: Step): Odds => {
  const isOfficers = asks?.role === "officer";
  const isConditional = appliesWhen !== undefined;
  const usual: Odds = {
    applies: !isConditional ? 1 : isOfficers ? 0.04 : asks ? 0.1 : kind === "rule" ? 0.9 : 0.75,
    officer: isOfficers ? 1 : kind === "rule" && decide ? 0.004 : 0,
  };
  return { ...usual, ...known[id] };
};

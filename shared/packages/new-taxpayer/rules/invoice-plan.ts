import type { CalendarDate } from "../../../kernel/day.ts";
import { type Fen, formatYuan, yuan } from "../../../kernel/fen.ts";
import { digitalQuota, firstInvoices, invoiceRegime } from "../law/invoices.ts";
import { lawOn } from "./law-on.ts";

export interface InvoiceLine {
  readonly kind: "special" | "ordinary";
  readonly monthlyCount: number;
  readonly maxAmount: string;
}

export interface InvoiceWishes {
  readonly isGeneral: boolean;
  readonly paper?: { readonly lines: readonly InvoiceLine[] };
  readonly quota?: { readonly monthlyTotal: string };
}

export type InvoiceReview =
  | "special-count-above-first"
  | "ordinary-above-first"
  | "special-amount-above-first"
  | "quota-above-first";

export interface InvoicePlan {
  readonly regime: "digital" | "tax-control" | "none";
  readonly lines: readonly InvoiceLine[];
  /** Why an officer approves kinds and numbers. */
  readonly typesReview: readonly InvoiceReview[];
  readonly limit?: { readonly kind: "amount-per-special-invoice" | "monthly-total"; readonly amount: string };
  /** Why an officer approves the limit. */
  readonly limitReview: readonly InvoiceReview[];
  /** A general taxpayer gets special invoices only once it is one. */
  readonly waitsForGeneralStatus: boolean;
  readonly law: readonly string[];
}

/** Which invoices a newcomer gets, and what of it goes beyond the first limits. `date` is the day of the application. */
export const planInvoices = ({ isGeneral, paper, quota }: InvoiceWishes, date: CalendarDate): InvoicePlan => {
  const regime = lawOn(invoiceRegime, date);
  if (paper !== undefined) return planPaper(paper.lines, isGeneral, date, regime.id);
  if (regime.value === "tax-control") return { ...nothing, law: [regime.id] };
  const law = lawOn(digitalQuota, date);
  const first: Fen = isGeneral ? law.value.general : law.value.smallScale;
  const amount = quota?.monthlyTotal ?? formatYuan(first);
  return {
    ...nothing,
    regime: "digital",
    limit: { kind: "monthly-total", amount },
    limitReview: yuan(amount) > first ? ["quota-above-first"] : [],
    law: [regime.id, law.id],
  };
};

const nothing: InvoicePlan = {
  regime: "none",
  lines: [],
  typesReview: [],
  limitReview: [],
  waitsForGeneralStatus: false,
  law: [],
};

const planPaper = (
  lines: readonly InvoiceLine[],
  isGeneral: boolean,
  date: CalendarDate,
  regime: string,
): InvoicePlan => {
  const law = lawOn(firstInvoices, date);
  const { special: specialFirst, ordinary: ordinaryFirst } = law.value;
  const special = lines.find(({ kind }) => kind === "special");
  const ordinary = lines.find(({ kind }) => kind === "ordinary");
  const isCountAbove = special !== undefined && special.monthlyCount > specialFirst.monthlyCount;
  const isAmountAbove = special !== undefined && yuan(special.maxAmount) > specialFirst.maxAmount;
  const isOrdinaryAbove =
    ordinary !== undefined &&
    (ordinary.monthlyCount > ordinaryFirst.monthlyCount || yuan(ordinary.maxAmount) > ordinaryFirst.maxAmount);
  return {
    regime: "tax-control",
    lines,
    typesReview: [
      ...(isCountAbove ? (["special-count-above-first"] as const) : []),
      ...(isOrdinaryAbove ? (["ordinary-above-first"] as const) : []),
    ],
    ...(special && { limit: { kind: "amount-per-special-invoice", amount: special.maxAmount } }),
    limitReview: isAmountAbove ? ["special-amount-above-first"] : [],
    waitsForGeneralStatus: special !== undefined && isGeneral,
    law: [regime, law.id],
  };
};

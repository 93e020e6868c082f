import { type Fen, fen, sum } from "../../kernel/fen.ts";
import type { Bill, RefundReason } from "../../payments/bill.ts";
import { dayInChina } from "../../payments/china-time.ts";
import { shortHash } from "./short-hash.ts";

/** Why money goes back that was never owed. A later refund for another reason leaves what was paid as it was. */
const notOwed: readonly RefundReason[] = ["sale-cancelled", "correction"];

/** What a paid bill's taxes come to, tax by tax, and since when; nothing of one that is not paid, or all given back. */
export const owedAndPaid = ({ items, refunds, attempts, status }: Bill) => {
  const paid = attempts.find((attempt) => attempt.status === "settled");
  if (!paid?.transaction || status === "open" || status === "cancelled") return undefined;
  const back = refunds.filter(({ reason }) => notOwed.includes(reason));
  const amounts = new Map(
    items.map(({ id, tax, amount }) => {
      const parts = back.flatMap((refund) => refund.parts.filter(({ item }) => item === id));
      return [tax, fen(amount - sum(parts.map((part) => part.amount)))] as const;
    }),
  );
  if (sum([...amounts.values()]) <= 0) return undefined;
  const since = back
    .map(({ requestedAt }) => requestedAt)
    .reduce((one, other) => (one > other ? one : other), paid.transaction.paidAt);
  return {
    amounts,
    paidOn: dayInChina(paid.transaction.paidAt),
    issuedOn: dayInChina(since),
    surcharge: paid.surcharge,
  };
};

/** Made of the bill and what is kept of it: after a correction it is another certificate. */
export const certificateIdOf = (
  kind: "tax-payment" | "deed-tax",
  { id }: Pick<Bill, "id">,
  amounts: ReadonlyMap<string, Fen>,
): string => `${kind}-${shortHash([id, ...amounts])}`;

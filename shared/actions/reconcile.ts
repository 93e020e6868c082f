import { Refusal } from "../kernel/refusal.ts";
import { checkDueBills } from "../payments/check-bill.ts";
import { compareAndKeep, compareDueDays, listComparedDays } from "../payments/reconciliation/compare-days.ts";
import type { ComparedDay, Difference, DifferenceStore } from "../payments/reconciliation/difference.ts";
import { repairDifference as repair } from "../payments/reconciliation/repair-difference.ts";
import type { Caller } from "../people/caller.ts";
import { demandStepUp } from "../people/step-up.ts";
import type { MoneyWorld } from "./pay-bill.ts";

export type ReconcilingWorld = Pick<MoneyWorld, "payments"> & { readonly differences: DifferenceStore };

/** How the wallets' accounts compare with the ledger, and the officers' work list, the oldest day first. */
export const readReconciliation = async ({
  payments,
  differences,
}: ReconcilingWorld): Promise<{
  readonly days: readonly ComparedDay[];
  readonly differences: readonly Difference[];
}> => ({
  days: await listComparedDays(payments.wallets.keys(), differences, payments.clock()),
  differences: await differences.listOpen(),
});

/**
 * An officer has a difference repaired as it proposes, through the transitions that a notice goes through; then its day is
 * compared again, and closed only when both sides agree to the fen.
 *
 * @throws Refusal `difference-not-found`, `step-up-required`, `repair-by-hand`, `payment-stands`
 */
export const repairDifference = async (
  { payments, differences }: ReconcilingWorld,
  { caller, differenceId }: { readonly caller: Caller; readonly differenceId: string },
): Promise<void> => {
  const difference = await differences.read(differenceId);
  if (difference === undefined) throw new Refusal("difference-not-found", { id: differenceId });
  demandStepUp(caller, "pay", payments.clock());
  if (difference.status === "settled") return;
  await repair(payments, differences, differenceId);
  payments.log({ code: "difference-repaired", way: difference.way, about: differenceId, reason: difference.repair });
  await compareAndKeep(payments, differences, difference.way, difference.day);
};

/** What the clock does for the money: open tries, refunds and untold cases that are due; then the days. */
export const reconcilePayments = async (
  { payments, differences }: ReconcilingWorld,
  limitPerShard: number,
): Promise<{ readonly checked: number; readonly days: readonly ComparedDay[] }> => ({
  checked: await checkDueBills(payments, limitPerShard),
  days: await compareDueDays(payments, differences),
});

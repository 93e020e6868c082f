import type { Case } from "../cases/case.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Bill } from "../payments/bill.ts";
import type { BillStore } from "../payments/bill-store.ts";
import type { Caller } from "../people/caller.ts";
import { billsOfCase, concernsBill } from "./bills-of-case.ts";
import { type ReadingWorld, readCase } from "./read-case.ts";

export type BillReadingWorld = ReadingWorld & { readonly bills: BillStore };

/**
 * The bills of a case that concern the caller, as they stand.
 * @throws Refusal `case-not-found`
 */
export const listBills = async (
  world: BillReadingWorld,
  { caller, caseId }: { readonly caller: Caller; readonly caseId: string },
): Promise<{ readonly case: Case; readonly bills: readonly Bill[] }> => {
  const current = await readCase(world, { caller, caseId });
  const bills = (await billsOfCase(world, current)).filter((bill) =>
    concernsBill(current, bill, caller, world.clock()),
  );
  return { case: current, bills };
};

/**
 * One bill of a case, also one that was taken back, for whom it concerns.
 * @throws Refusal `case-not-found`, `bill-not-found`; a stranger learns no more than if it did not exist
 */
export const readBill = async (
  world: BillReadingWorld,
  { caller, caseId, billId }: { readonly caller: Caller; readonly caseId: string; readonly billId: string },
): Promise<{ readonly case: Case; readonly bill: Bill }> => {
  const current = await readCase(world, { caller, caseId });
  const bill = await world.bills.read(billId);
  if (bill === undefined || bill.caseId !== caseId || !concernsBill(current, bill, caller, world.clock())) {
    throw new Refusal("bill-not-found", { billId });
  }
  return { case: current, bill };
};

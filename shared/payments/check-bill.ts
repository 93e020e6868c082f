import { dueShards } from "../cases/table.ts";
import { attemptOf, type Bill, isLive } from "./bill.ts";
import { isPending } from "./bill-transitions.ts";
import type { Payments } from "./payments.ts";
import { driveRefund, pendingRefund } from "./refund-bill.ts";
import { checkAttempt, followUp } from "./settle.ts";

/** Does whatever is due for a bill: asks about its tries, moves its refunds on, makes its certificate. */
export const checkBill = async (payments: Payments, billId: string): Promise<Bill | undefined> => {
  const found = await payments.bills.read(billId);
  if (found === undefined) return undefined;
  let bill = found;
  const now = payments.clock();
  const isDue = (at: string | undefined) => at !== undefined && at <= now;
  for (const { id } of found.attempts.filter((each) => isLive(each) && isDue(each.nextCheckAt))) {
    const attempt = attemptOf(bill, id);
    if (attempt && isLive(attempt)) bill = await checkAttempt(payments, bill, attempt);
  }
  for (const { id } of bill.refunds.filter((each) => isPending(each) && isDue(each.nextCheckAt))) {
    const refund = pendingRefund(bill, id);
    if (refund) bill = await driveRefund(payments, bill, refund);
  }
  return followUp(payments, bill);
};

/** Checks bills whose time has come, a page of each shard; says how many. One bill's trouble does not stop the others. */
export const checkDueBills = async (payments: Payments, limitPerShard: number): Promise<number> => {
  let count = 0;
  for (let shard = 0; shard < dueShards; shard += 1) {
    for (const billId of await payments.bills.listDue(shard, payments.clock(), limitPerShard)) {
      count += 1;
      try {
        await checkBill(payments, billId);
      } catch (cause) {
        payments.log({ code: "bill-check-failed", billId, reason: cause instanceof Error ? cause.name : "unknown" });
      }
    }
  }
  return count;
};

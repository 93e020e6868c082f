import { randomBytes } from "node:crypto";
import { composeMoney } from "../../../functions/wiring/compose-money.ts";
import { environmentOf, type Whereabouts } from "../../../infra/local/environment.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import { addDays, calendarDateIn } from "../../../shared/kernel/day.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import { issueBill } from "../../../shared/payments/issue-bill.ts";
import { startPayment } from "../../../shared/payments/start-payment.ts";

/**
 * Yesterday's account of a wallet has a payment of a bill of ours that was never told to us: what the nightly comparison
 * puts on the officers' list. A test cannot wait for a day to end.
 */
export const aDifference = async (
  whereabouts: Whereabouts,
  { id: caseId }: CaseView,
): Promise<{ readonly orderNumber: string }> => {
  // The local table knows callers by this name, as it knows functions.
  process.env.AWS_ACCESS_KEY_ID = "bill-paying";
  process.env.AWS_SECRET_ACCESS_KEY = "local";
  process.env.AWS_REGION = "local";
  const { payments, differences, cases } = await composeMoney(
    environmentOf("bill-paying", whereabouts) as NodeJS.ProcessEnv,
  );
  const found = await cases.read(caseId);
  if (!found) throw new Error(`there is no case ${caseId}`);
  const now = payments.clock();
  const billId = randomBytes(10).toString("hex");
  const items = [{ id: "deed-tax", tax: "deed-tax", amount: fen(440_000), reference: "B-1" }];
  await issueBill(payments.bills, { id: billId, caseId, payer: found.openedBy, items }, now);
  await payments.bills.keepList(`case/${caseId}`, [billId], now);
  const { attempt } = await startPayment(payments, { billId, way: "alipay", product: "qr" });
  await differences.add({
    id: randomBytes(12).toString("hex"),
    way: "alipay",
    day: addDays(calendarDateIn(now, "Asia/Shanghai"), -1),
    kind: "not-booked",
    status: "open",
    orderNumber: attempt.id,
    theirs: { kind: "payment", reference: `T-${billId}`, amount: fen(440_000), at: now },
    repair: "book-payment",
    foundAt: now,
  });
  return { orderNumber: attempt.id };
};

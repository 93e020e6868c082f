import type { PayProduct, PayWay } from "../payments/bill.ts";
import type { Payments } from "../payments/payments.ts";
import { abandonPayment as abandon, type StartedPayment, startPayment } from "../payments/start-payment.ts";
import type { Caller } from "../people/caller.ts";
import { demandStepUp } from "../people/step-up.ts";
import { readBill } from "./read-bills.ts";
import type { ReadingWorld } from "./read-case.ts";
import type { World } from "./world.ts";

/** What takes and gives back money: the ledger, the wallets, and cases to be told of it. */
export type MoneyWorld = ReadingWorld & Pick<World, "hash" | "clock"> & { readonly payments: Payments };

export interface PayBill {
  readonly caller: Caller;
  readonly caseId: string;
  readonly billId: string;
  readonly wallet: PayWay;
  readonly scene: PayProduct;
  /** The caller's own network address, which WeChat Pay wants for pages in a phone's browser. */
  readonly address?: string;
  readonly openId?: string;
  readonly agreement?: string;
  readonly idempotencyKey: string;
}

/**
 * Begins a payment of a bill, or hands out again the one that is under way. Somebody may pay for the taxpayer; the taxpayer
 * in law does not change.
 *
 * @throws Refusal `case-not-found`, `bill-not-found`, `step-up-required`, `bill-not-open`, `way-not-offered`, `too-many-payments`,
 * `wallet-refused`, `wallet-silent`
 */
export const payBill = async (world: MoneyWorld, request: PayBill): Promise<StartedPayment> => {
  const { caller, caseId, billId, wallet, scene, address, openId, agreement, idempotencyKey } = request;
  const { bill } = await readBill({ ...world, bills: world.payments.bills }, { caller, caseId, billId });
  // Whoever cannot pay is not asked for a code first. An officer does not pay: the payer's own phone scans what is shown.
  if (bill.status === "open" && !caller.roles.includes("officer")) demandStepUp(caller, "pay", world.clock());
  const { idType, idNumber } = caller.person;
  return startPayment(world.payments, {
    billId,
    way: wallet,
    product: scene,
    request: {
      key: world.hash.of("payment", caller.key, idempotencyKey).slice(0, 13),
      content: world.hash.of("payment-content", wallet, scene, openId ?? "", agreement ?? "").slice(0, 13),
    },
    ...(caller.key !== bill.payer && { paidBy: caller.key }),
    ...(address !== undefined && { payerAddress: address }),
    ...(openId !== undefined && { openId }),
    ...(agreement !== undefined && { agreement, holder: { idType, idNumber } }),
  });
};

/**
 * Ends a payment that was begun and is not wanted any more, so that another way can be taken at once.
 * @throws Refusal `case-not-found`, `bill-not-found`, `payment-not-found`
 */
export const abandonPayment = async (
  world: MoneyWorld,
  request: { readonly caller: Caller; readonly caseId: string; readonly billId: string; readonly paymentId: string },
): Promise<StartedPayment> => {
  const { paymentId, ...about } = request;
  await readBill({ ...world, bills: world.payments.bills }, about);
  return abandon(world.payments, about.billId, `${about.billId}_${paymentId}`);
};

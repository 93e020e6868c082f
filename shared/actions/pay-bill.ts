import type { PayProduct, PayWay } from "../payments/bill.ts";
import type { Payments } from "../payments/payments.ts";
import { abandonPayment as abandon, type StartedPayment, startPayment } from "../payments/start-payment.ts";
import type { Caller } from "../people/caller.ts";
import { readBill } from "./read-bills.ts";
import type { World } from "./world.ts";

/** What takes and gives back money: the ledger, the wallets, and cases to be told of it. */
export interface MoneyWorld extends Pick<World, "cases" | "hash" | "clock"> {
  readonly payments: Payments;
}

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
 * @throws Refusal `case-not-found`, `bill-not-found`, `bill-not-open`, `way-not-offered`, `too-many-payments`,
 * `wallet-refused`, `wallet-silent`
 */
export const payBill = async (world: MoneyWorld, request: PayBill): Promise<StartedPayment> => {
  const { caller, caseId, billId, wallet, scene, address, openId, agreement, idempotencyKey } = request;
  const { bill } = await readBill(
    { cases: world.cases, clock: world.clock, bills: world.payments.bills },
    { caller, caseId, billId },
  );
  return startPayment(world.payments, {
    billId,
    way: wallet,
    product: scene,
    request: world.hash.of("payment", caller.key, idempotencyKey),
    ...(caller.key !== bill.payer && { paidBy: caller.key }),
    ...(address !== undefined && { payerAddress: address }),
    ...(openId !== undefined && { openId }),
    ...(agreement !== undefined && { agreement }),
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
  await readBill({ cases: world.cases, clock: world.clock, bills: world.payments.bills }, about);
  return abandon(world.payments, about.billId, paymentId);
};

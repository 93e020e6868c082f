import type { Clock } from "../kernel/instant.ts";
import type { Bill, PayWay } from "./bill.ts";
import type { BillStore } from "./bill-store.ts";
import type { Wallet } from "./wallet.ts";

/** What the verbs of payment work with. Built once per process; tests build their own. */
export interface Payments {
  readonly bills: BillStore;
  readonly wallets: ReadonlyMap<PayWay, Wallet>;
  readonly clock: Clock;
  readonly log: (entry: PaymentLog) => void;
  /** What the payer reads in the wallet. */
  readonly subject: string;
  /** Makes the certificate of a paid bill, and says its code. Harmless when repeated. */
  readonly certify?: (bill: Bill) => Promise<string>;
  /** Tells the case of a paid bill that the money is there. Harmless when repeated. */
  readonly tell?: (bill: Bill) => Promise<void>;
}

/** Codes and ids only: no names, no accounts, no foreign bodies. */
export interface PaymentLog {
  readonly code:
    | "notice-refused"
    | "notice-taken"
    | "wallet-silent"
    | "wallet-refused"
    | "refund-failed"
    | "certificate-delayed"
    | "telling-delayed"
    | "bill-check-failed"
    | "difference-found"
    | "difference-repaired"
    | "day-not-available";
  readonly way?: PayWay;
  readonly billId?: string;
  readonly about?: string;
  readonly reason?: string;
}

export const walletOf = (payments: Payments, way: PayWay): Wallet => {
  const wallet = payments.wallets.get(way);
  if (wallet === undefined) throw new Error(`No wallet for ${way}`);
  return wallet;
};

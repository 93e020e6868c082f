import { type Fen, fen } from "../kernel/fen.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PayWay } from "./bill.ts";

/**
 * Accounts. A balance above 0 is money that others owe us or hold for us, below 0 money that we owe or took in.
 *
 * `receivable`: what payers owe. `wallet/..`: what a wallet or bank holds for us. `tax/..`: what was assessed, by tax.
 * `surcharge`: late payment surcharge. `surplus`: money that came without need. `refund-due`: taxes to be given back.
 */
export type Account = "receivable" | "surcharge" | "surplus" | "refund-due" | `tax/${string}` | `wallet/${PayWay}`;

/** Money moves from one account to another: whatever is entered, all balances together stay 0. */
export interface Transfer {
  readonly from: Account;
  readonly to: Account;
  readonly amount: Fen;
}

export interface LedgerEntry {
  readonly at: Instant;
  readonly cause: "issued" | "cancelled" | "settled" | "surplus" | "refund-decided" | "refund-paid" | "reversed";
  /** The try or refund that it is about. */
  readonly about: string;
  readonly transfers: readonly Transfer[];
}

/** A RangeError for an amount that is not above 0: nothing is moved backwards. */
export const transfer = (from: Account, to: Account, amount: Fen): Transfer => {
  if (amount <= 0) throw new RangeError(`Nothing to move from ${from} to ${to}: ${amount}`);
  return { from, to, amount };
};

/** The same money back. */
export const reversed = ({ from, to, amount }: Transfer): Transfer => ({ from: to, to: from, amount });

export type Balances = Map<Account, number>;

/** Adds entries to balances. */
const book = (balances: Balances, entries: readonly LedgerEntry[]): Balances => {
  for (const { transfers } of entries) {
    for (const { from, to, amount } of transfers) {
      balances.set(from, (balances.get(from) ?? 0) - amount);
      balances.set(to, (balances.get(to) ?? 0) + amount);
    }
  }
  return balances;
};

export const balancesOf = (entries: readonly LedgerEntry[]): Balances => book(new Map(), entries);

export const balance = (balances: Balances, account: Account): Fen => fen(balances.get(account) ?? 0);

/** Always 0: the sum over all accounts. */
export const sumOf = (balances: Balances): number => {
  let total = 0;
  for (const amount of balances.values()) total += amount;
  return total;
};

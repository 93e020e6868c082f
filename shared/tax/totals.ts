import { type Fen, fen, formatYuan, noMoney, yuan } from "../kernel/fen.ts";
import type { Side, TaxLine, Totals } from "./assessment.ts";

interface PayerSum {
  readonly id: string;
  readonly side: Side;
  amount: Fen;
  isComplete: boolean;
}

/** Adds up what each payer and each side owes; lines without an amount leave a sum incomplete. */
export const totalsOf = (lines: readonly TaxLine[]): Totals => {
  const sums = new Map<string, PayerSum>();
  for (const { side, payers } of lines) {
    for (const { id, amount } of payers) {
      const key = `${side}/${id}`;
      let sum = sums.get(key);
      if (sum === undefined) {
        sum = { id, side, amount: noMoney, isComplete: true };
        sums.set(key, sum);
      }
      if (amount === null) sum.isComplete = false;
      else sum.amount = fen(sum.amount + yuan(amount));
    }
  }
  const payers = [...sums.values()];
  const sideSum = (side: Side): number =>
    payers.reduce((total, payer) => (payer.side === side ? total + payer.amount : total), 0);
  const [sellers, buyers] = [sideSum("sellers"), sideSum("buyers")];
  return {
    sellers: formatYuan(fen(sellers)),
    buyers: formatYuan(fen(buyers)),
    all: formatYuan(fen(sellers + buyers)),
    isComplete: payers.every(({ isComplete }) => isComplete),
    payers: payers.map(({ id, side, amount, isComplete }) => ({ id, side, amount: formatYuan(amount), isComplete })),
  };
};

import { type Fen, fen, formatYuan, noMoney } from "../kernel/fen.ts";
import type { Side, Totals } from "./assessment.ts";
import type { SettledLine } from "./write-line.ts";

interface PayerSum {
  readonly id: string;
  readonly side: Side;
  amount: Fen;
  isComplete: boolean;
}

/** Adds up what each payer and each side owes; lines without an amount leave a sum incomplete. */
export const totalsOf = (lines: readonly SettledLine[]): Totals => {
  const sums: PayerSum[] = [];
  for (const { line, parts } of lines) {
    for (const [index, { id }] of line.payers.entries()) {
      const sum = sumOf(sums, id, line.side);
      const part = parts?.[index];
      if (part === undefined) sum.isComplete = false;
      else sum.amount = fen(sum.amount + part);
    }
  }
  const sellers = sideSum(sums, "sellers");
  const buyers = sideSum(sums, "buyers");
  return {
    sellers: formatYuan(sellers),
    buyers: formatYuan(buyers),
    all: formatYuan(fen(sellers + buyers)),
    isComplete: sums.every(({ isComplete }) => isComplete),
    payers: sums.map(({ id, side, amount, isComplete }) => ({ id, side, amount: formatYuan(amount), isComplete })),
  };
};

const sumOf = (sums: PayerSum[], id: string, side: Side): PayerSum => {
  for (const sum of sums) if (sum.id === id && sum.side === side) return sum;
  const sum: PayerSum = { id, side, amount: noMoney, isComplete: true };
  sums.push(sum);
  return sum;
};

const sideSum = (sums: readonly PayerSum[], side: Side): Fen =>
  fen(sums.reduce((total, sum) => (sum.side === side ? total + sum.amount : total), 0));

import type { Declaration } from "../../../shared/connectors/core-tax/housing.ts";
import { fen, formatYuan, sum, yuan } from "../../../shared/kernel/fen.ts";
import { type Fake, later } from "./fake.ts";
import { unitNumber } from "./parties.ts";

export interface BillOf {
  readonly billNumber: string;
  readonly payer: { readonly idType: string; readonly idNumber: string };
  readonly amount: string;
  readonly taxes: Declaration["payers"][number]["taxes"];
}

/** The core tax system; each declaration that takes effect is added to `filed`. */
export const coreTax = (filed: Declaration[]): Fake => {
  const receipts = new Map<string, unknown>();
  const billed = new Map<string, BillOf>();
  return (records) => ({
    "core-tax/earlier-deed-tax": () => ({
      unitNumber,
      certificateNumber: "例",
      certificateDate: "2024-12-20",
      price: "800000.00",
      taxPaid: "8000.00",
    }),
    "core-tax/assessed-price": () => ({ unitNumber, price: records().assessed }),
    "core-tax/file-declaration": (declaration: Declaration, key) => {
      const done = receipts.get(key);
      if (done) return done;
      filed.push(declaration);
      const bills = billsFor(declaration, filed.length, billed);
      for (const bill of bills) billed.set(bill.billNumber, bill);
      receipts.set(key, { declarationNumber: `D-${filed.length}`, filedOn: declaration.filingDate, bills });
      return receipts.get(key);
    },
    "core-tax/settlement": () => later,
    "core-tax/issue-sales-invoice": () => ({ invoiceNumber: "I-1", issuedOn: "2026-01-02" }),
    "core-tax/refund-sale": ({ bills }: { readonly bills: readonly string[] }) => ({
      refundNumber: "R-1",
      orderedOn: "2026-01-02",
      refunds: bills.map((billNumber) => ({ billNumber, amount: billed.get(billNumber)?.amount })),
    }),
  });
};

/** After a correction only what is missing; this one never finds that too much was paid. */
const billsFor = (
  { corrects, payers }: Declaration,
  round: number,
  billed: ReadonlyMap<string, BillOf>,
): readonly BillOf[] => {
  const paid = (corrects?.paid ?? []).flatMap((number) => billed.get(number) ?? []);
  return payers.flatMap(({ idType, idNumber, taxes }, index): BillOf[] => {
    const before = paid.filter(({ payer }) => payer.idNumber === idNumber).map((bill) => yuan(bill.amount));
    const amount = formatYuan(fen(sum(taxes.map((tax) => yuan(tax.amount))) - sum(before)));
    if (amount === "0.00") return [];
    return [{ billNumber: `B-${round}-${index}`, payer: { idType, idNumber }, amount, taxes }];
  });
};

import { z } from "zod";
import type { SandboxAuthority, SandboxOffice } from "./authority.ts";
import type { Filed } from "./core-tax-collected.ts";
import { daysBefore } from "./days.ts";
import { actDesk, answer, isSamePerson, queryDesk, recordOrNotFound } from "./desk.ts";
import type { DeedTax } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";

const AboutUnit = z.looseObject({ unitNumber: z.string() });

const amount = z.string().regex(/^\d+(?:\.\d{1,2})?$/);

const DeclarationForm = z.looseObject({
  corrects: z.looseObject({ declarationNumber: z.string(), paid: z.array(z.string()) }).optional(),
  contractNumber: z.string(),
  unitNumber: z.string(),
  filingDate: z.string(),
  taxablePrice: amount.optional(),
  payers: z
    .array(
      z.looseObject({
        idType: z.string(),
        idNumber: z.string(),
        share: z.string().optional(),
        taxes: z.array(z.looseObject({ tax: z.string(), amount })),
      }),
    )
    .min(1),
});

const InvoiceAsked = z.looseObject({ contractNumber: z.string(), replaces: z.string().optional() });

const Overpaid = z.looseObject({ billNumber: z.string(), taxes: z.array(z.looseObject({ tax: z.string(), amount })) });

const BillToCollect = z.looseObject({ billNumber: z.string(), amount });

/** The bureau's own term (缴款期限): from the day after it a surcharge runs. A story may set another for one contract. */
const daysToPay = 15;

const termOf = (office: SandboxOffice, contractNumber: string): string =>
  office.read<{ readonly payBy: string }>("term-of-payment", contractNumber)?.payBy ??
  daysBefore(office.today, -daysToPay);

const inFen = (text: string): number => {
  const [yuan = "0", fen = ""] = text.split(".");
  return Number(yuan) * 100 + Number(fen.padEnd(2, "0"));
};

const inYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

interface TaxDue {
  readonly tax: string;
  readonly amount: string;
}

interface Billed {
  readonly billNumber: string;
  readonly payer: { readonly idType: string; readonly idNumber: string };
  readonly amount: string;
  readonly payBy: string;
  readonly taxes: readonly TaxDue[];
}

interface Receipt {
  readonly declarationNumber: string;
  readonly bills: readonly Billed[];
}

const totalOf = (taxes: readonly TaxDue[]): string =>
  inYuan(taxes.reduce((sum, { amount: due }) => sum + inFen(due), 0));

const dueOf = (taxes: readonly TaxDue[]): readonly TaxDue[] =>
  taxes.filter((each) => inFen(each.amount) > 0).map(({ tax, amount: due }) => ({ tax, amount: inYuan(inFen(due)) }));

/** What a payer is billed: everything at first; after a correction what is missing, with what was paid too much. */
const billAgain = (
  earlier: readonly Billed[],
  paid: readonly string[],
  payer: Billed["payer"],
  due: readonly TaxDue[],
  newBill: (payer: Billed["payer"], taxes: readonly TaxDue[]) => Billed,
): {
  readonly bills: readonly Billed[];
  readonly overpaid: readonly { billNumber: string; taxes: readonly TaxDue[] }[];
} => {
  const own = earlier.filter((bill) => isSamePerson(bill.payer, payer));
  const standing = own.filter(({ billNumber }) => paid.includes(billNumber));
  if (standing.length === 0) {
    const [same] = own.filter(({ taxes }) => JSON.stringify(taxes) === JSON.stringify(due));
    if (same) return { bills: [same], overpaid: [] };
    return { bills: due.length > 0 ? [newBill(payer, due)] : [], overpaid: [] };
  }
  const owed = new Map(due.map(({ tax, amount: each }) => [tax, inFen(each)]));
  const overpaid = standing.flatMap(({ billNumber, taxes }) => {
    const back = taxes.flatMap(({ tax, amount: each }) => {
      const left = (owed.get(tax) ?? 0) - inFen(each);
      owed.set(tax, Math.max(0, left));
      return left < 0 ? [{ tax, amount: inYuan(-left) }] : [];
    });
    return back.length > 0 ? [{ billNumber, taxes: back }] : [];
  });
  const missing = [...owed].flatMap(([tax, left]) => (left > 0 ? [{ tax, amount: inYuan(left) }] : []));
  return { bills: missing.length > 0 ? [newBill(payer, missing)] : [], overpaid };
};

/** The core tax system's housing side: earlier collections, assessed prices, declarations and their bills. */
export const coreTaxHousing: SandboxAuthority = {
  id: "core-tax",
  seed: (today) => {
    const { deedTaxes, assessedPrices, units } = housingRecords(today);
    const priceOf = (unitNumber: string) =>
      assessedPrices.find((each) => each.unitNumber === unitNumber)?.price ?? null;
    return [
      ...deedTaxes.map((record) => ({ kind: "deed-tax", key: record.unitNumber, record })),
      ...units.map(({ unitNumber }) => ({
        kind: "assessed-price",
        key: unitNumber,
        record: { unitNumber, price: priceOf(unitNumber) },
      })),
    ];
  },
  desks: {
    "earlier-deed-tax": queryDesk(AboutUnit, ({ unitNumber }, office) => {
      const record = office.read<DeedTax>("deed-tax", unitNumber);
      return recordOrNotFound(record && { ...record });
    }),
    "assessed-price": queryDesk(AboutUnit, ({ unitNumber }, office) =>
      recordOrNotFound(office.read("assessed-price", unitNumber)),
    ),
    // Taken in, and left to whoever collects: the bureau's own ledger says when the money is there.
    settlement: actDesk(z.looseObject({ declarationNumber: z.string(), bills: z.array(BillToCollect) }), () => ({
      kind: "pending",
    })),
    "issue-sales-invoice": actDesk(InvoiceAsked, ({ contractNumber, replaces }, office) => {
      const earlier = office.read<{ invoiceNumber: string }>("invoice", contractNumber);
      if (earlier && earlier.invoiceNumber !== replaces) {
        return { kind: "refusal", code: "already-invoiced", zh: "该合同已开具发票", en: "The sale has an invoice" };
      }
      const invoice = { invoiceNumber: office.number("例发票"), issuedOn: office.today };
      office.write("invoice", contractNumber, invoice);
      return answer(invoice);
    }),
    "refund-sale": actDesk(
      z.looseObject({ contractNumber: z.string(), bills: z.array(z.string()) }),
      (form, office) => {
        const receipt = office.read<{ bills: readonly { billNumber: string; amount: string }[] }>(
          "declaration",
          form.contractNumber,
        );
        const refunds = (receipt?.bills ?? []).filter(({ billNumber }) => form.bills.includes(billNumber));
        office.write("sale-refunded", form.contractNumber, { on: office.today });
        return answer({
          refundNumber: office.number("例退"),
          orderedOn: office.today,
          refunds: refunds.map(({ billNumber, amount }) => ({ billNumber, amount })),
        });
      },
    ),
    "refund-overpaid": actDesk(z.looseObject({ refunds: z.array(Overpaid) }), ({ refunds }, office) =>
      answer({
        refundNumber: office.number("例退"),
        orderedOn: office.today,
        refunds: refunds.map(({ billNumber, taxes }) => ({ billNumber, amount: totalOf(taxes) })),
      }),
    ),
    "file-declaration": actDesk(DeclarationForm, (form, office) => {
      const earlier = office.read<Receipt>("declaration", form.contractNumber);
      // One declaration to a contract, whatever the caller's key: a second one would bill the same sale twice.
      if (earlier && form.corrects?.declarationNumber !== earlier.declarationNumber) {
        return { kind: "refusal", code: "already-declared", zh: "该合同已申报", en: "This contract has been declared" };
      }
      if (form.filingDate > office.today) {
        return {
          kind: "refusal",
          code: "filed-too-early",
          zh: "申报日期晚于今日",
          en: "The filing day is not here yet",
        };
      }
      const declarationNumber = office.number("例税申");
      const newBill = (payer: Billed["payer"], taxes: readonly TaxDue[]): Billed => ({
        billNumber: office.number("例税单"),
        payer,
        amount: totalOf(taxes),
        payBy: termOf(office, form.contractNumber),
        taxes,
      });
      const billed = form.payers.map(({ idType, idNumber, taxes }) =>
        billAgain(earlier?.bills ?? [], form.corrects?.paid ?? [], { idType, idNumber }, dueOf(taxes), newBill),
      );
      const bills = billed.flatMap((each) => each.bills);
      const overpaid = billed.flatMap((each) => each.overpaid);
      const stands = (earlier?.bills ?? []).filter(({ billNumber }) => form.corrects?.paid.includes(billNumber));
      const receipt = { declarationNumber, filedOn: office.today, bills, ...(earlier && { overpaid }) };
      const { contractNumber, unitNumber, taxablePrice, payers } = form;
      const filed: Receipt & Filed = { ...receipt, bills: [...stands, ...bills], unitNumber, taxablePrice, payers };
      office.write("declaration", contractNumber, filed);
      office.write("filed-contract", contractNumber, { contractNumber });
      return answer(receipt);
    }),
  },
};

import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import { daysBefore } from "./days.ts";
import { actDesk, answer, queryDesk, recordOrNotFound } from "./desk.ts";
import type { DeedTax } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";

const AboutUnit = z.looseObject({ unitNumber: z.string() });

const amount = z.string().regex(/^\d+(?:\.\d{1,2})?$/);

const DeclarationForm = z.looseObject({
  contractNumber: z.string(),
  unitNumber: z.string(),
  filingDate: z.string(),
  payers: z
    .array(
      z.looseObject({
        idType: z.string(),
        idNumber: z.string(),
        taxes: z.array(z.looseObject({ tax: z.string(), amount })),
      }),
    )
    .min(1),
});

const BillToCollect = z.looseObject({ billNumber: z.string(), amount });

/** The bureau's own term (缴款期限): from the day after it a surcharge runs. */
const daysToPay = 15;

const inFen = (text: string): number => {
  const [yuan = "0", fen = ""] = text.split(".");
  return Number(yuan) * 100 + Number(fen.padEnd(2, "0"));
};

const inYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

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
    "issue-sales-invoice": actDesk(z.looseObject({ contractNumber: z.string() }), ({ contractNumber }, office) => {
      if (office.read("invoice", contractNumber)) {
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
        return answer({
          refundNumber: office.number("例退"),
          orderedOn: office.today,
          refunds: refunds.map(({ billNumber, amount }) => ({ billNumber, amount })),
        });
      },
    ),
    "file-declaration": actDesk(DeclarationForm, (form, office) => {
      // One declaration to a contract, whatever the caller's key: a second one would bill the same sale twice.
      if (office.read("declaration", form.contractNumber)) {
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
      const bills = form.payers.flatMap(({ idType, idNumber, taxes }) => {
        const due = taxes.filter((each) => inFen(each.amount) > 0);
        if (due.length === 0) return [];
        return [
          {
            billNumber: office.number("例税单"),
            payer: { idType, idNumber },
            amount: inYuan(due.reduce((sum, each) => sum + inFen(each.amount), 0)),
            payBy: daysBefore(office.today, -daysToPay),
            taxes: due.map((each) => ({ tax: each.tax, amount: inYuan(inFen(each.amount)) })),
          },
        ];
      });
      const receipt = { declarationNumber, filedOn: office.today, bills };
      office.write("declaration", form.contractNumber, receipt);
      return answer(receipt);
    }),
  },
};

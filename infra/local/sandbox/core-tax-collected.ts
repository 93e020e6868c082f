import type { SandboxOffice } from "./authority.ts";
import { isSamePerson } from "./desk.ts";
import type { PurchaseTaxed, SaleTaxed } from "./population/housing/records.ts";

interface Document {
  readonly idType: string;
  readonly idNumber: string;
}

/** A declaration as the core tax system keeps it: the last one of its contract, with the bills that stand. */
export interface Filed {
  readonly unitNumber: string;
  readonly taxablePrice?: string | undefined;
  readonly payers: readonly (Document & {
    readonly share?: string | undefined;
    readonly taxes: readonly { readonly tax: string; readonly amount: string }[];
  })[];
  readonly bills: readonly { readonly billNumber: string; readonly payer: Document }[];
}

interface Collected extends Filed {
  readonly contractNumber: string;
  readonly collectedOn: string;
}

/**
 * A sale whose taxes have come in and were not given back. The invoice says so: it is issued once everything is paid, on
 * the very day.
 */
const collectedOf = (office: SandboxOffice, contractNumber: string): Collected | undefined => {
  const filed = office.read<Filed>("declaration", contractNumber);
  const invoice = office.read<{ readonly issuedOn: string }>("invoice", contractNumber);
  if (!filed || !invoice || office.read("sale-refunded", contractNumber)) return undefined;
  return { ...filed, contractNumber, collectedOn: invoice.issuedOn };
};

/** Income tax that this person has paid on sales which were declared here, as it stands after every correction. */
export const salesCollectedFrom = (office: SandboxOffice, person: Document): readonly Omit<SaleTaxed, "seller">[] =>
  office.list<{ readonly contractNumber: string }>("filed-contract").flatMap(({ contractNumber }) => {
    const sale = collectedOf(office, contractNumber);
    const own = sale?.payers.find((payer) => isSamePerson(payer, person));
    const taxPaid = own?.taxes.find(({ tax }) => tax === "income-tax")?.amount ?? "0.00";
    const bill = sale?.bills.find(({ payer }) => isSamePerson(payer, person));
    if (!sale?.taxablePrice || !own?.share || !bill || Number(taxPaid) === 0) return [];
    return [
      {
        contractNumber,
        division: sale.unitNumber.slice(0, 6),
        taxPaidOn: sale.collectedOn,
        taxPaid,
        priceWithoutVat: sale.taxablePrice,
        share: own.share,
        paidFrom: `缴款单${bill.billNumber}的付款账户`,
      },
    ];
  });

/** The deed tax of a purchase that was declared here. */
export const purchaseCollected = (office: SandboxOffice, contractNumber: string): PurchaseTaxed | undefined => {
  const purchase = collectedOf(office, contractNumber);
  if (!purchase?.taxablePrice) return undefined;
  return {
    contractNumber,
    division: purchase.unitNumber.slice(0, 6),
    deedTaxPaidOn: purchase.collectedOn,
    priceWithoutVat: purchase.taxablePrice,
  };
};

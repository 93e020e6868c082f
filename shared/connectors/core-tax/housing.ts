import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { DayText, PersonRecord, ShareText, UnitNumber, YuanText } from "../record-shapes.ts";

/** The deed tax that the present owners paid when they acquired the unit. */
export const EarlierDeedTax = z.object({
  unitNumber: UnitNumber,
  certificateNumber: z.string().min(1).max(60),
  certificateDate: DayText,
  /** What was paid for the unit then. */
  price: YuanText,
  taxPaid: YuanText,
});
export type EarlierDeedTax = z.infer<typeof EarlierDeedTax>;

export const AssessedPrice = z.object({
  unitNumber: UnitNumber,
  /** Without VAT, for the whole unit; null where the assessment system has no value for such a unit. */
  price: YuanText.nullable(),
});
export type AssessedPrice = z.infer<typeof AssessedPrice>;

const TaxAmount = z.object({ tax: z.string().min(1).max(40), amount: YuanText });

export const Declaration = z.object({
  contractNumber: z.string(),
  unitNumber: UnitNumber,
  filingDate: DayText,
  /** The price without VAT that the taxes start from; a later refund of income tax is reckoned from it. */
  taxablePrice: YuanText.exactOptional(),
  /** Every payer with every tax that was reckoned for them, those of 0 too. */
  payers: z
    .array(
      PersonRecord.extend({
        side: z.enum(["sellers", "buyers"]),
        /** Of what is sold. */
        share: ShareText.exactOptional(),
        /** SHA-256 of the form that this payer signed. */
        form: z.string().length(43),
        taxes: z.array(TaxAmount).min(1),
      }),
    )
    .min(1)
    .max(40),
  /** The declaration that this one takes the place of (更正申报), and which of its bills were paid. */
  corrects: z
    .object({ declarationNumber: z.string().min(1).max(60), paid: z.array(z.string()).max(40) })
    .exactOptional(),
});
export type Declaration = z.infer<typeof Declaration>;

export const Bill = z.object({
  billNumber: z.string().min(1).max(60),
  payer: PersonRecord.pick({ idType: true, idNumber: true }),
  amount: YuanText,
  taxes: z.array(TaxAmount).min(1),
  /** The last day on which it is paid without a surcharge, where one is set (缴款期限). */
  payBy: DayText.exactOptional(),
});
export type Bill = z.infer<typeof Bill>;

const Overpaid = z.object({ billNumber: z.string().min(1).max(60), taxes: z.array(TaxAmount).min(1) });

export const DeclarationReceipt = z.object({
  declarationNumber: z.string().min(1).max(60),
  filedOn: DayText,
  /** One for each payer who has something to pay; after a correction, beyond what they have paid. */
  bills: z.array(Bill),
  /** After a correction: which taxes of which bill were paid beyond what is owed. */
  overpaid: z.array(Overpaid).optional(),
});
export type DeclarationReceipt = z.infer<typeof DeclarationReceipt>;

/** The bills of a declaration as they came in (入库): all of them, each with what was paid late. */
export const Settlement = z.object({
  settled: z
    .array(
      z.object({
        billNumber: z.string().min(1).max(60),
        paidOn: DayText,
        /** Without the surcharge. */
        amount: YuanText,
        surcharge: YuanText,
      }),
    )
    .min(1)
    .max(40),
});
export type Settlement = z.infer<typeof Settlement>;

const SalesInvoice = z.object({ invoiceNumber: z.string().min(1).max(60), issuedOn: DayText });

export const SaleRefund = z.object({
  refundNumber: z.string().min(1).max(60),
  orderedOn: DayText,
  refunds: z.array(z.object({ billNumber: z.string(), amount: YuanText })).max(40),
});
export type SaleRefund = z.infer<typeof SaleRefund>;

/** A bill as it is handed to whoever collects it: `party` is how the case calls its taxpayer. */
const BillToCollect = Bill.extend({ party: z.string().min(1).max(40) });

const Filed = z.object({ contractNumber: z.string(), declarationNumber: z.string().min(1).max(60) });

export const coreTaxHousing = {
  /** The collection of a declaration's bills; answered late, when the last of them has come in. */
  settlement: defineOperation({
    authority: "core-tax",
    name: "settlement",
    kind: "act",
    label: { zh: "税款入库信息", en: "the settlement of the bills" },
    request: () => Filed.extend({ bills: z.array(BillToCollect).max(40) }),
    answer: () => Settlement,
  }),
  issueSalesInvoice: defineOperation({
    authority: "core-tax",
    name: "issue-sales-invoice",
    kind: "act",
    label: { zh: "代开增值税发票", en: "the sales invoice issued for the seller" },
    request: () =>
      Filed.extend({
        unitNumber: UnitNumber,
        price: YuanText,
        vat: YuanText,
        sellers: z.array(PersonRecord).min(1).max(20),
        buyers: z.array(PersonRecord).min(1).max(20),
        /** The invoice that this one takes the place of (红冲). */
        replaces: z.string().exactOptional(),
      }),
    answer: () => SalesInvoice,
  }),
  /** Gives the taxes back the way they came, and takes the invoice back. */
  refundSale: defineOperation({
    authority: "core-tax",
    name: "refund-sale",
    kind: "act",
    label: { zh: "退还已缴税款", en: "the refund of the taxes paid" },
    request: () => Filed.extend({ bills: z.array(z.string()).max(40), invoiceNumber: z.string().optional() }),
    answer: () => SaleRefund,
  }),
  /** Gives back, the way they came, taxes that a correction has shown to be paid too much. */
  refundOverpaid: defineOperation({
    authority: "core-tax",
    name: "refund-overpaid",
    kind: "act",
    label: { zh: "退还多缴税款", en: "the refund of taxes paid too much" },
    request: () => Filed.extend({ refunds: z.array(Overpaid).max(40) }),
    answer: () => SaleRefund,
  }),
  earlierDeedTax: defineOperation({
    authority: "core-tax",
    name: "earlier-deed-tax",
    kind: "query",
    label: { zh: "原契税完税信息", en: "the earlier deed-tax record" },
    request: () => z.object({ unitNumber: UnitNumber }),
    answer: () => EarlierDeedTax,
  }),
  assessedPrice: defineOperation({
    authority: "core-tax",
    name: "assessed-price",
    kind: "query",
    label: { zh: "存量房评估价格", en: "the assessed price" },
    request: () => z.object({ unitNumber: UnitNumber }),
    answer: () => AssessedPrice,
  }),
  fileDeclaration: defineOperation({
    authority: "core-tax",
    name: "file-declaration",
    kind: "act",
    label: { zh: "存量房交易税费申报", en: "the declaration of the sale's taxes" },
    request: () => Declaration,
    answer: () => DeclarationReceipt,
  }),
};

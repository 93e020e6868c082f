import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { DayText, DivisionCode, PersonRecord, ShareText, YuanText } from "../record-shapes.ts";

/** Income tax that a person paid on the sale of a home. */
export const SaleTaxed = z.object({
  contractNumber: z.string().min(1).max(40),
  division: DivisionCode,
  taxPaidOn: DayText,
  taxPaid: YuanText,
  /** Of the whole home. */
  priceWithoutVat: YuanText,
  share: ShareText,
  /** The account from which it was paid, as the collection system calls it: never its number. */
  paidFrom: z.string().min(1).max(60),
});
export type SaleTaxed = z.infer<typeof SaleTaxed>;

/** The deed tax of a purchase, as it was paid. */
export const PurchaseTaxed = z.object({
  contractNumber: z.string().min(1).max(40),
  division: DivisionCode,
  deedTaxPaidOn: DayText,
  priceWithoutVat: YuanText,
});
export type PurchaseTaxed = z.infer<typeof PurchaseTaxed>;

export const RefundOrdered = z.object({
  refundNumber: z.string().min(1).max(60),
  orderedOn: DayText,
  amount: YuanText,
  paidTo: z.string().min(1).max(60),
});
export type RefundOrdered = z.infer<typeof RefundOrdered>;

export const coreTaxRepurchase = {
  salesTaxed: defineOperation({
    authority: "core-tax",
    name: "sales-taxed",
    kind: "query",
    label: { zh: "售房个人所得税完税信息", en: "the income tax that the person paid on homes sold" },
    request: () => z.object({ person: PersonRecord }),
    answer: () => z.object({ sales: z.array(SaleTaxed).max(50) }),
  }),
  purchaseTaxed: defineOperation({
    authority: "core-tax",
    name: "purchase-taxed",
    kind: "query",
    label: { zh: "新购住房契税完税信息", en: "the deed tax of the home bought" },
    request: () => z.object({ contractNumber: z.string() }),
    answer: () => PurchaseTaxed,
  }),
  refundRepurchase: defineOperation({
    authority: "core-tax",
    name: "refund-repurchase",
    kind: "act",
    label: { zh: "换购住房退税", en: "the refund of income tax to those who buy again" },
    request: () =>
      z.object({
        person: PersonRecord,
        saleContract: z.string(),
        purchaseContract: z.string(),
        amount: YuanText,
        payTo: z.string(),
      }),
    answer: () => RefundOrdered,
  }),
};

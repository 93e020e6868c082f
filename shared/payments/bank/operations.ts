import * as z from "zod";
import { defineOperation } from "../../connectors/operation.ts";
import { DayText, PersonRecord, YuanText } from "../../connectors/record-shapes.ts";

/* Debit of taxes under an agreement that the payer signed with bureau and bank. The order number is the business key. */

const OrderNumber = z.string().min(1).max(64);
const Moment = z.iso.datetime({ precision: 3 });

const Debit = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("debited"),
    orderNumber: OrderNumber,
    transaction: z.string().min(1).max(64),
    amount: YuanText,
    paidAt: Moment,
  }),
  z.object({ status: z.literal("declined"), orderNumber: OrderNumber, code: z.string().min(1).max(40) }),
]);

const DebitRefund = z.object({
  refundNumber: OrderNumber,
  reference: z.string().min(1).max(64),
  amount: YuanText,
  paidAt: Moment,
});

const DayLine = z.object({
  kind: z.enum(["payment", "refund"]),
  orderNumber: OrderNumber,
  refundNumber: OrderNumber.optional(),
  reference: z.string(),
  amount: YuanText,
  at: Moment,
});

export const bankDebits = {
  debitTax: defineOperation({
    authority: "bank",
    name: "debit-tax",
    kind: "act",
    label: { zh: "委托划缴税款", en: "tax debit" },
    request: z.object({
      agreementNumber: z.string().min(1).max(60),
      /** Who pays: the bank checks that the agreement is theirs. */
      holder: PersonRecord.pick({ idType: true, idNumber: true }),
      orderNumber: OrderNumber,
      amount: YuanText,
    }),
    answer: Debit,
  }),
  debitStatus: defineOperation({
    authority: "bank",
    name: "debit-status",
    kind: "query",
    label: { zh: "划缴结果", en: "state of a tax debit" },
    request: z.object({ orderNumber: OrderNumber }),
    answer: Debit,
  }),
  refundDebit: defineOperation({
    authority: "bank",
    name: "refund-debit",
    kind: "act",
    label: { zh: "划缴税款退回", en: "refund of a tax debit" },
    request: z.object({ orderNumber: OrderNumber, refundNumber: OrderNumber, amount: YuanText }),
    answer: DebitRefund,
  }),
  debitRefundStatus: defineOperation({
    authority: "bank",
    name: "debit-refund-status",
    kind: "query",
    label: { zh: "退回结果", en: "state of a refund" },
    request: z.object({ refundNumber: OrderNumber }),
    answer: DebitRefund,
  }),
  debitDay: defineOperation({
    authority: "bank",
    name: "debit-day",
    kind: "query",
    label: { zh: "划缴日账单", en: "debits of a day" },
    request: z.object({ day: DayText }),
    answer: z.object({ lines: z.array(DayLine) }),
  }),
};

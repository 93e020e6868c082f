import type { CallAuthority, Outcome } from "../../connectors/operation.ts";
import { formatYuan, yuan } from "../../kernel/fen.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { DayFile, Opened, OrderState, RefundState, Refused, Silent, Wallet } from "../wallet.ts";
import { bankDebits } from "./operations.ts";

/**
 * A bank as a way to pay: the debit is done while we wait, there is nothing to scan and nobody sends a notice. It has no
 * signatures of its own here: calls to authorities are signed by their connector.
 */
export const bankDebit = (call: CallAuthority): Wallet => {
  const query = async (orderNumber: string): Promise<OrderState> => {
    const outcome = await call(bankDebits.debitStatus, { orderNumber }, { key: `${orderNumber}/status` });
    if (outcome.kind === "not-found") return { kind: "unknown" };
    if (outcome.kind !== "answered") return trouble(outcome);
    const told = outcome.answer;
    if (told.orderNumber !== orderNumber) return { kind: "refused", code: "other-order" };
    if (told.status === "declined") return { kind: "closed" };
    const transaction = { id: told.transaction, amount: yuan(told.amount), paidAt: told.paidAt as Instant };
    return { kind: "paid", transaction };
  };
  return {
    way: "bank",
    answers: {
      taken: { status: 200, contentType: "text/plain", body: "" },
      refused: { status: 404, contentType: "text/plain", body: "" },
    },
    async open({ number, amount, agreement, holder }): Promise<Opened> {
      if (agreement === undefined || holder === undefined) return { kind: "refused", code: "no-agreement" };
      const request = { agreementNumber: agreement, holder, orderNumber: number, amount: formatYuan(amount) };
      const outcome = await call(bankDebits.debitTax, request, { key: number });
      if (outcome.kind !== "answered") return trouble(outcome);
      if (outcome.answer.status === "declined") return { kind: "refused", code: outcome.answer.code };
      return { kind: "opened", offer: { kind: "none" } };
    },
    query,
    // A debit that the bank has not done by now it does not do: it answers while we wait, and knows our number.
    async close(orderNumber) {
      const state = await query(orderNumber);
      return state.kind === "unpaid" ? { kind: "closed" } : state.kind === "paid" ? { kind: "paid" } : state;
    },
    async refund({ number, orderNumber, amount }): Promise<RefundState> {
      const request = { orderNumber, refundNumber: number, amount: formatYuan(amount) };
      const outcome = await call(bankDebits.refundDebit, request, { key: number });
      if (outcome.kind === "refused") return { kind: "failed", code: outcome.code };
      if (outcome.kind !== "answered") return trouble(outcome);
      return { kind: "paid", reference: outcome.answer.reference, paidAt: outcome.answer.paidAt as Instant };
    },
    async queryRefund({ number }): Promise<RefundState> {
      const outcome = await call(bankDebits.debitRefundStatus, { refundNumber: number }, { key: `${number}/status` });
      if (outcome.kind === "not-found") return { kind: "unknown" };
      if (outcome.kind !== "answered") return trouble(outcome);
      return { kind: "paid", reference: outcome.answer.reference, paidAt: outcome.answer.paidAt as Instant };
    },
    readNotice: () => ({ isGenuine: false, reason: "unreadable" }),
    async downloadDay(day): Promise<DayFile> {
      const outcome = await call(bankDebits.debitDay, { day }, { key: `day/${day}` });
      if (outcome.kind === "not-found") return { kind: "none" };
      if (outcome.kind !== "answered") return trouble(outcome);
      const lines = outcome.answer.lines.map(({ refundNumber, amount, at, ...line }) => ({
        ...line,
        ...(refundNumber !== undefined && { refundNumber }),
        amount: yuan(amount),
        at: at as Instant,
      }));
      return { kind: "lines", lines };
    },
  };
};

const trouble = (outcome: Exclude<Outcome, { readonly kind: "answered" }>): Refused | Silent => {
  if (outcome.kind === "refused") return { kind: "refused", code: outcome.code };
  return { kind: "silent", reason: outcome.kind === "silent" ? outcome.reason : outcome.kind };
};

import * as z from "zod";
import { BankAccountNumber, BankBranchCode, CreditCode } from "../../kernel/identifiers/index.ts";
import { defineOperation } from "../operation.ts";
import { DayText } from "../record-shapes.ts";

export const BankAccount = z.object({
  branchCode: BankBranchCode,
  bankName: z.string().min(1).max(100),
  accountNumber: BankAccountNumber,
  accountName: z.string().min(1).max(100),
  /** Every unit has at most one basic account. */
  kind: z.enum(["basic", "general", "special", "temporary"]),
  openedOn: DayText,
});
export type BankAccount = z.infer<typeof BankAccount>;

/** The accounts opened under a credit code. "Not found" means none. */
export const accountRecord = defineOperation({
  authority: "bank",
  name: "account-record",
  kind: "query",
  label: { zh: "单位银行账户信息", en: "account record" },
  request: () => z.object({ creditCode: CreditCode }),
  answer: () => z.object({ creditCode: CreditCode, bankAccounts: z.array(BankAccount).min(1).max(50) }),
  isAbout: (request, answer) => request.creditCode === answer.creditCode,
});

/**
 * The agreement by which taxes are debited. Signed at once where the account allows it online; otherwise taken in, and
 * signed or declined on paper at the counter: then the answer comes late.
 */
export const debitAgreement = defineOperation({
  authority: "bank",
  name: "debit-agreement",
  kind: "act",
  label: { zh: "委托划缴税款协议", en: "debit agreement" },
  request: () =>
    z.object({
      creditCode: CreditCode,
      taxpayerName: z.string().min(1).max(100),
      branchCode: BankBranchCode,
      accountNumber: BankAccountNumber,
      taxOffice: z.string().min(1).max(100),
    }),
  answer: () =>
    z.discriminatedUnion("status", [
      z.object({
        status: z.literal("signed"),
        agreementNumber: z.string().min(1).max(60),
        document: z.object({ number: z.string().min(1).max(60), issuedOn: DayText }),
      }),
      z.object({ status: z.literal("declined"), zh: z.string().min(1), en: z.string().min(1) }),
    ]),
});

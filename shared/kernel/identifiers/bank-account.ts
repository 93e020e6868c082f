import { type IdentifierFault, judged } from "./judged.ts";

const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);

const onlyDigits: IdentifierFault = { code: "wrong-character", zh: "只用数字。", en: "Only digits." };

const digits =
  (least: number, most: number) =>
  (text: string): IdentifierFault | undefined => {
    if (!isDigits(text)) return onlyDigits;
    if (text.length >= least && text.length <= most) return undefined;
    const [zh, en] =
      least === most
        ? [`应为 ${least} 位。`, `${least} digits.`]
        : [`应为 ${least} 至 ${most} 位。`, `${least} to ${most} digits.`];
    return { code: "wrong-length", zh, en };
  };

/** A unit's account: 8 to 32 digits. No check digit is common to all banks. */
export const BankAccountNumber = judged(digits(8, 32), {
  description: "Bank account number",
  pattern: "^[0-9]{8,32}$",
});

/** A bank's branch in the payment system (支付系统行号): 12 digits. */
export const BankBranchCode = judged(digits(12, 12), {
  description: "Branch code in the national payment system",
  pattern: "^[0-9]{12}$",
});

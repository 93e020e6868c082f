import { makeCode } from "../certificates/code.ts";
import { certificateIdOf, owedAndPaid } from "../certificates/contents/owed-and-paid.ts";
import type { Bill } from "../payments/bill.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";

/** Codes that only the holder of the bureau's secret can make, and of one certificate the same. */
export const codesUnder =
  (hash: KeyedHash) =>
  (caseId: string, id: string): string =>
    makeCode(hash.of("certificate-codes"), `${caseId}/${id}`);

/**
 * The code of a paid bill's certificate of payment, before it is made: the bus tells of the payment, and whoever certifies
 * makes it under this code (`Payments.certify`).
 */
export const codeOfPayment = (hash: KeyedHash, bill: Bill): string => {
  const owed = owedAndPaid(bill);
  if (!owed) throw new Error(`bill ${bill.id} is not paid`);
  return codesUnder(hash)(bill.caseId, certificateIdOf("tax-payment", bill, owed.amounts));
};

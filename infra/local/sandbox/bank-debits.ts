import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import { actDesk, answer, loginOf, queryDesk, recordOrNotFound } from "./desk.ts";
import { type Login, people } from "./population/people.ts";

interface Debit {
  readonly status: "debited";
  readonly orderNumber: string;
  readonly transaction: string;
  readonly amount: string;
  readonly paidAt: string;
}
interface Refund {
  readonly refundNumber: string;
  readonly orderNumber: string;
  readonly reference: string;
  readonly amount: string;
  readonly paidAt: string;
}

/** Everybody here has signed one, with the bank and the bureau; the number says whose it is, as no real one does. */
export const agreementOf = (login: Login): string => `TAX-DEBIT-${login.toUpperCase()}`;

/** Whose account holds less than any tax. */
const withoutMoney: readonly Login[] = ["buyer-liang"];

const Order = z.looseObject({
  agreementNumber: z.string(),
  holder: z.looseObject({ idType: z.string(), idNumber: z.string() }),
  orderNumber: z.string(),
  amount: z.string(),
});
const About = z.looseObject({ orderNumber: z.string() });
const RefundOrder = About.extend({ refundNumber: z.string(), amount: z.string() });

const dayOf = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Debits of taxes under agreements that people signed, and their refunds. */
export const bankDebits: SandboxAuthority = {
  id: "bank",
  seed: () =>
    Object.keys(people).map((login) => ({ kind: "tax-agreement", key: agreementOf(login as Login), record: login })),
  desks: {
    "debit-tax": actDesk(Order, ({ agreementNumber, holder, orderNumber, amount }, office) => {
      const login = office.read<Login>("tax-agreement", agreementNumber);
      const declined = (code: string) => answer({ status: "declined", orderNumber, code });
      if (login === undefined || loginOf(holder) !== login) return declined("no-such-agreement");
      if (withoutMoney.includes(login)) return declined("insufficient-funds");
      const debit: Debit = {
        status: "debited",
        orderNumber,
        transaction: office.number("例扣"),
        amount,
        paidAt: office.now,
      };
      office.write("debit", orderNumber, debit);
      return answer({ ...debit });
    }),
    "debit-status": queryDesk(About, ({ orderNumber }, office) => recordOrNotFound(office.read("debit", orderNumber))),
    "refund-debit": actDesk(RefundOrder, ({ orderNumber, refundNumber, amount }, office) => {
      if (office.read<Debit>("debit", orderNumber) === undefined) {
        return { kind: "refusal", code: "no-such-debit", zh: "没有该笔扣款", en: "There is no such debit" };
      }
      const refund: Refund = {
        refundNumber,
        orderNumber,
        reference: office.number("例退款"),
        amount,
        paidAt: office.now,
      };
      office.write("debit-refund", refundNumber, refund);
      return answer({ ...refund });
    }),
    "debit-refund-status": queryDesk(z.looseObject({ refundNumber: z.string() }), ({ refundNumber }, office) =>
      recordOrNotFound(office.read("debit-refund", refundNumber)),
    ),
    "debit-day": queryDesk(z.looseObject({ day: z.string() }), ({ day }, office) => {
      const debits = office.list<Debit>("debit").filter(({ paidAt }) => dayOf(paidAt) === day);
      const refunds = office.list<Refund>("debit-refund").filter(({ paidAt }) => dayOf(paidAt) === day);
      return answer({
        lines: [
          ...debits.map(({ orderNumber, transaction: reference, amount, paidAt: at }) => ({
            kind: "payment",
            orderNumber,
            reference,
            amount,
            at,
          })),
          ...refunds.map(({ orderNumber, refundNumber, reference, amount, paidAt: at }) => ({
            kind: "refund",
            orderNumber,
            refundNumber,
            reference,
            amount,
            at,
          })),
        ],
      });
    }),
  },
};

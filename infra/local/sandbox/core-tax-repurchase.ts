import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import { actDesk, answer, loginOf, queryDesk, recordOrNotFound } from "./desk.ts";
import type { SaleTaxed } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";

const Person = z.looseObject({ idType: z.string(), idNumber: z.string() });

const RefundForm = z.looseObject({
  person: Person,
  saleContract: z.string(),
  purchaseContract: z.string(),
  amount: z.string(),
  payTo: z.string(),
});

/** The core tax system's records of taxes paid by those who sold and buy again, and the refunds to them. */
export const coreTaxRepurchase: SandboxAuthority = {
  id: "core-tax",
  seed: (today) => {
    const { salesTaxed, purchasesTaxed } = housingRecords(today);
    return [
      ...salesTaxed.map((record) => ({
        kind: "sale-taxed",
        key: `${record.seller} ${record.contractNumber}`,
        record,
      })),
      ...purchasesTaxed.map((record) => ({ kind: "purchase-taxed", key: record.contractNumber, record })),
    ];
  },
  desks: {
    "sales-taxed": queryDesk(z.looseObject({ person: Person }), ({ person }, office) => {
      const login = loginOf(person);
      const sales = office.list<SaleTaxed>("sale-taxed").filter(({ seller }) => seller === login);
      return answer({ sales: sales.map(({ seller: _seller, ...sale }) => sale) });
    }),
    "purchase-taxed": queryDesk(z.looseObject({ contractNumber: z.string() }), ({ contractNumber }, office) =>
      recordOrNotFound(office.read("purchase-taxed", contractNumber)),
    ),
    "refund-repurchase": actDesk(RefundForm, ({ person, saleContract, amount, payTo }, office) => {
      const key = `${loginOf(person)} ${saleContract}`;
      const sale = office.read<SaleTaxed>("sale-taxed", key);
      if (!sale || sale.paidFrom !== payTo) {
        return {
          kind: "refusal",
          code: "no-such-sale",
          zh: "没有相应的完税记录",
          en: "No such tax was paid from there",
        };
      }
      if (office.read("repurchase-refund", key)) {
        return { kind: "refusal", code: "already-refunded", zh: "该笔税款已退还", en: "This tax has been refunded" };
      }
      const order = { refundNumber: office.number("例退"), orderedOn: office.today, amount, paidTo: payTo };
      office.write("repurchase-refund", key, order);
      return answer(order);
    }),
  },
};

import { z } from "zod";
import type { SandboxAuthority, SandboxOffice } from "./authority.ts";
import { purchaseCollected, salesCollectedFrom } from "./core-tax-collected.ts";
import { actDesk, answer, loginOf, queryDesk, recordOrNotFound } from "./desk.ts";
import type { PurchaseTaxed, SaleTaxed } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";

const Person = z.looseObject({ idType: z.string(), idNumber: z.string() });

const RefundForm = z.looseObject({
  person: Person,
  saleContract: z.string(),
  purchaseContract: z.string(),
  amount: z.string(),
  payTo: z.string(),
});

/** What a person has paid income tax on: before this sandbox began, and through it. */
const salesOf = (office: SandboxOffice, person: z.infer<typeof Person>): readonly Omit<SaleTaxed, "seller">[] => {
  const login = loginOf(person);
  const earlier = office.list<SaleTaxed>("sale-taxed").filter(({ seller }) => seller === login);
  return [...earlier.map(({ seller: _seller, ...sale }) => sale), ...salesCollectedFrom(office, person)];
};

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
    "sales-taxed": queryDesk(z.looseObject({ person: Person }), ({ person }, office) =>
      answer({ sales: salesOf(office, person) }),
    ),
    "purchase-taxed": queryDesk(z.looseObject({ contractNumber: z.string() }), ({ contractNumber }, office) => {
      const earlier = office.read<PurchaseTaxed>("purchase-taxed", contractNumber);
      const purchase = earlier ?? purchaseCollected(office, contractNumber);
      return recordOrNotFound(purchase && { ...purchase });
    }),
    "refund-repurchase": actDesk(RefundForm, ({ person, saleContract, amount, payTo }, office) => {
      const key = `${saleContract} ${payTo}`;
      const sale = salesOf(office, person).find(({ contractNumber }) => contractNumber === saleContract);
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

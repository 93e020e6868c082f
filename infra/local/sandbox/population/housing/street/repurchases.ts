import { half, monthsBefore, type Story, whole } from "../records.ts";
import { contractOf, recordsOf } from "./sale.ts";

/**
 * Who sold and buys again: the Bi couple sold for 500,000 and paid 19,550 each; four months later they buy for less, and
 * he buys another one alone fourteen months later.
 */
export const repurchases: Story = (today) => {
  const smaller = recordsOf(
    {
      number: 731,
      price: "400000.00",
      sellers: whole("owner-deng"),
      buyers: half("seller-bi", "seller-fu"),
    },
    today,
  );
  const late = recordsOf(
    { number: 732, price: "600000.00", sellers: whole("owner-deng"), buyers: whole("seller-bi") },
    today,
  );
  const sale = {
    contractNumber: contractOf(730),
    division: "450203",
    taxPaidOn: monthsBefore(today, 6, 12),
    taxPaid: "19550.00",
    priceWithoutVat: "500000.00",
    share: "1/2",
  };
  const soldLongAgo = { ...sale, contractNumber: contractOf(729), taxPaidOn: monthsBefore(today, 30, 12) };
  return {
    units: [...(smaller.units ?? []), ...(late.units ?? [])],
    contracts: [...(smaller.contracts ?? []), ...(late.contracts ?? [])],
    salesTaxed: [
      { ...soldLongAgo, seller: "seller-bi", paidFrom: "例商银行 旧户" },
      { ...sale, seller: "seller-bi", paidFrom: "例商银行 甲户" },
      { ...sale, seller: "seller-fu", paidFrom: "例商银行 乙户" },
    ],
    purchasesTaxed: [
      {
        contractNumber: contractOf(731),
        division: "450203",
        deedTaxPaidOn: monthsBefore(today, 2, 12),
        priceWithoutVat: "400000.00",
      },
    ],
  };
};

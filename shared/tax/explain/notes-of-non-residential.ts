import type { Text } from "../../kernel/text.ts";
import type { None } from "./none.ts";

export const nonResidentialNotes = {
  "difference-by-invoice": (d: { price: string; purchase: string; rate: string; amount: string }): Text => ({
    zh: `个人转让购入的非住房,以售价${d.price}元减购置原价${d.purchase}元的差额按${d.rate}计算增值税,应纳${d.amount}元。`,
    en: `A bought unit that is no home: VAT at ${d.rate} on the difference of ${d.price} and ${d.purchase} yuan, ${d.amount} yuan.`,
  }),
  "difference-by-deed-tax": (d: { purchase: string; rate: string; amount: string }): Text => ({
    zh: `没有购房发票,按契税计税金额${d.purchase}元差额计算增值税,征收率${d.rate},应纳${d.amount}元。`,
    en: `No purchase invoice: the deed-tax base ${d.purchase} yuan stands for the purchase price; VAT at ${d.rate}, ${d.amount} yuan.`,
  }),
  "no-two-year-exemption": (_: None): Text => ({
    zh: "非住房不适用满2年免征增值税。",
    en: "The two-year exemption is for homes only.",
  }),
  "stamp-duty-due": (d: { rate: string; price: string }): Text => ({
    zh: `产权转移书据按不含税金额${d.price}元的${d.rate}计征印花税。`,
    en: `Stamp duty on the transfer of title at ${d.rate} of ${d.price} yuan without VAT.`,
  }),
  "stamp-duty-rounded-to-jiao": (d: { exact: string; amount: string }): Text => ({
    zh: `2022年7月1日前按角计算:${d.exact}元计为${d.amount}元。`,
    en: `Rounded to 0.10 yuan under the old regulations: ${d.exact} becomes ${d.amount}.`,
  }),
  "land-vat-deductions": (d: { invoice: string; years: number; rate: string; total: string }): Text => ({
    zh: `扣除项目:发票价${d.invoice}元按${d.years}年每年加计${d.rate},加契税和转让税金,合计${d.total}元。`,
    en: `Deductions: the invoice price ${d.invoice} yuan plus ${d.rate} for each of ${d.years} years, deed tax and taxes of the sale, together ${d.total} yuan.`,
  }),
  "land-vat-tier": (d: { gain: string; rate: string; quick: string }): Text => ({
    zh: `增值额${d.gain}元,适用税率${d.rate},速算扣除系数${d.quick}。`,
    en: `Gain ${d.gain} yuan: rate ${d.rate}, quick deduction ${d.quick}.`,
  }),
  "land-vat-no-gain": (_: None): Text => ({
    zh: "没有增值额,不缴土地增值税。",
    en: "There is no gain, so no land VAT.",
  }),
  "deed-rate-non-residential": (d: { rate: string }): Text => ({
    zh: `非住房按${d.rate}征收契税。`,
    en: `A unit that is no home: deed tax at the base rate of ${d.rate}.`,
  }),
};

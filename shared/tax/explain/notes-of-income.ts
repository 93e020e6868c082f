import type { Text } from "../../kernel/text.ts";
import type { None } from "./none.ts";

export const incomeNotes = {
  "income-exempt-only-home": (d: { years: number }): Text => ({
    zh: `自用满${d.years}年且为家庭唯一生活用房,免征个人所得税。`,
    en: `Own use for ${d.years} years and the family's only home: exempt from income tax.`,
  }),
  "income-actual": (d: { rate: string }): Text => ({
    zh: `据实征收:收入减房屋原值、合理费用、转让税金后,按份额和${d.rate}计算。`,
    en: `Actual method: income less original value, reasonable costs and taxes of the sale, by share, at ${d.rate}.`,
  }),
  "income-figures": (d: { income: string; original: string; costs: string; taxes: string }): Text => ({
    zh: `转让收入${d.income}元;房屋原值${d.original}元;合理费用${d.costs}元;转让税金${d.taxes}元。`,
    en: `Income ${d.income} yuan; original value ${d.original}; reasonable costs ${d.costs}; taxes of the sale ${d.taxes}.`,
  }),
  "income-no-gain": (_: None): Text => ({
    zh: "收入不高于扣除项目合计,没有应纳税所得额。",
    en: "The deductions reach the income: there is no gain to tax.",
  }),
  "income-deemed": (d: { rate: string }): Text => ({
    zh: `不能提供完整、准确的房屋原值凭证,按转让收入的${d.rate}核定征收。`,
    en: `The original value cannot be proven: deemed levy at ${d.rate} of the income.`,
  }),
  "income-deemed-chosen": (d: { rate: string }): Text => ({
    zh: `当地允许选择,按转让收入的${d.rate}核定征收。`,
    en: `The locality lets the taxpayer choose: deemed levy at ${d.rate} of the income.`,
  }),
  "income-deemed-not-granted": (_: None): Text => ({
    zh: "房屋原值可由税务机关掌握的资料确定,不适用核定征收。",
    en: "A deemed levy was asked for, but the original value is on record, so the actual method applies.",
  }),
  "income-by-share": (d: { share: string }): Text => ({
    zh: `共有人分别计税,本人份额${d.share}。`,
    en: `Co-owners are taxed separately; this share is ${d.share}.`,
  }),
  "income-earlier-cost": (_: None): Text => ({
    zh: "继承、受赠或离婚分割取得的住房,原值按前次购置成本确定,不得核定征收。",
    en: "For an inherited, given or divided home the earlier cost is the original value; no deemed levy.",
  }),
  "renovation-capped": (d: { claimed: string; cap: string }): Text => ({
    zh: `装修费用${d.claimed}元超过房屋原值的${d.cap},按上限扣除。`,
    en: `Renovation of ${d.claimed} yuan is above ${d.cap} of the original value and is cut to it.`,
  }),
  "renovation-of-furnished-home": (d: { claimed: string }): Text => ({
    zh: `购入时为装修房,装修费用${d.claimed}元不再扣除。`,
    en: `Bought furnished: renovation of ${d.claimed} yuan is not deducted.`,
  }),
  "vat-of-sale-not-deductible": (_: None): Text => ({
    zh: "收入不含增值税,本次转让的增值税不计入扣除税金。",
    en: "Income is without VAT, so the VAT of this sale is no deduction.",
  }),
};

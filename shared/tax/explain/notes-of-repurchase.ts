import type { Text } from "../../kernel/text.ts";
import type { None } from "./none.ts";

export const repurchaseNotes = {
  "repurchase-days": (d: { sold: string; bought: string }): Text => ({
    zh: `现住房出售时间(缴纳个人所得税)为${d.sold},新住房购买时间为${d.bought}。`,
    en: `The sale counts from ${d.sold}, when its income tax was paid; the new home was bought on ${d.bought}.`,
  }),
  "repurchase-outside-period": (d: { day: string }): Text => ({
    zh: `${d.day}不在换购住房退税政策执行期内。`,
    en: `${d.day} lies outside the period of the refund.`,
  }),
  "repurchase-before-sale": (d: { days: number }): Text => ({
    zh: `新住房的购买早于现住房的出售${d.days}天。`,
    en: `The new home was bought ${d.days === 1 ? "one day" : `${d.days} days`} before the old one was sold.`,
  }),
  "repurchase-too-late": (d: { last: string; days: number }): Text => ({
    zh: `应于${d.last}(出售后1年内)前重新购房,超过${d.days}天。`,
    en: `${d.days === 1 ? "One day" : `${d.days} days`} late: the new home had to be bought by ${d.last}.`,
  }),
  "repurchase-other-city": (_: None): Text => ({
    zh: "出售和重新购买的住房不在同一城市范围内。",
    en: "Both homes do not lie in the same city.",
  }),
  "repurchase-no-owner": (_: None): Text => ({
    zh: "出售现住房的纳税人不是新购住房的产权人或产权人之一。",
    en: "The seller is not an owner of the new home.",
  }),
  "repurchase-no-tax-paid": (_: None): Text => ({
    zh: "出售现住房没有缴纳个人所得税,无税可退。",
    en: "No income tax was paid on the sale, so there is none to refund.",
  }),
  "repurchase-full": (d: { tax: string; bought: string; sold: string }): Text => ({
    zh: `新购住房金额${d.bought}元不低于现住房转让金额${d.sold}元,全部退还已缴个人所得税${d.tax}元。`,
    en: `The new home at ${d.bought} yuan costs no less than the ${d.sold} yuan of the old: all ${d.tax} yuan are refunded.`,
  }),
  "repurchase-part": (d: { tax: string; bought: string; sold: string }): Text => ({
    zh: `新购住房金额${d.bought}元低于现住房转让金额${d.sold}元,已缴个人所得税${d.tax}元按比例退还。`,
    en: `The new home at ${d.bought} yuan costs less than the ${d.sold} yuan of the old: ${d.tax} yuan are refunded in proportion.`,
  }),
};

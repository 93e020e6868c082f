import type { Text } from "../../kernel/text.ts";
import type { None } from "./none.ts";

/** Why a person must decide. Each is a result with a reason, not an error. */
export const officerNotes = {
  "general-taxpayer-seller": (_: None): Text => ({
    zh: "转让方为增值税一般纳税人的个体工商户,不适用个人住房规定,需人工办理。",
    en: "A seller is a sole proprietor registered as a general VAT taxpayer: outside the rule for individuals.",
  }),
  "gift-from-others": (_: None): Text => ({
    zh: "受赠自亲属以外的人,起算日和原值需人工核定。",
    en: "Received as a gift from outside the kin list: clock and original value are for an officer.",
  }),
  "no-acquisition-date": (_: None): Text => ({
    zh: "没有可作为起算日的凭证,持有时间需人工确定。",
    en: "No document gives a day on which the holding period began.",
  }),
  "acquired-apart": (_: None): Text => ({
    zh: "共有人取得方式或时间不同,需人工分别计算。",
    en: "A co-owner got the share by another act or on another day; an officer computes each apart.",
  }),
  "tier-boundary-unknown": (_: None): Text => ({
    zh: "房屋所在乡镇的城市维护建设税档次未确定,需人工确认。",
    en: "The tier of this town or village is not settled; an officer confirms it.",
  }),
  "low-price-reason": (_: None): Text => ({
    zh: "纳税人主张价格偏低有正当理由,需税务人员审核。",
    en: "The taxpayer gives a reason for the low price; an officer decides on it.",
  }),
  "earlier-cost-unknown": (_: None): Text => ({
    zh: "继承、受赠或离婚分割的住房缺少前次购置成本,又不得核定,需人工办理。",
    en: "The earlier cost of an inherited, given or divided home is unknown and a deemed levy is not allowed.",
  }),
  "home-counts-differ": (_: None): Text => ({
    zh: "登记套数与申报套数不一致,需纳税人接受或人工核实。",
    en: "The registered and the declared number of homes differ; the taxpayer accepts or an officer decides.",
  }),
  "marriage-abroad": (_: None): Text => ({
    zh: "涉外、港澳台居民或境外婚姻,没有境内登记,需承诺并由人工核实。",
    en: "No domestic marriage record (foreigner, Hong Kong, Macao, Taiwan, marriage abroad): commitment and officer.",
  }),
  "divorced-after-contract": (_: None): Text => ({
    zh: "签约后、申报前离婚,家庭范围需人工认定。",
    en: "Divorced after signing and before filing: an officer decides who the family is.",
  }),
  "presale-home-found": (_: None): Text => ({
    zh: "夫妻名下有已网签未登记的预售住房,是否计入需人工认定。",
    en: "The couple has a home under a presale contract; an officer decides whether it counts.",
  }),
  "inherited-home-unregistered": (_: None): Text => ({
    zh: "有已继承未登记的住房,需申报并由人工认定。",
    en: "There is an inherited, unregistered home: to be declared, for an officer to decide.",
  }),
  "buyers-of-different-families": (_: None): Text => ({
    zh: "共同购房人不属于同一家庭,契税适用税率需人工确定。",
    en: "The buyers belong to different families; an officer settles the deed-tax rate.",
  }),
  "minor-buyer": (_: None): Text => ({
    zh: "购房人为未成年人,父母住房是否计入需人工确定。",
    en: "A buyer is a minor; whether the parents' homes count is for an officer.",
  }),
  "sale-within-family": (_: None): Text => ({
    zh: "买卖双方属于同一家庭,夫妻间变更等免税情形需人工认定。",
    en: "Seller and buyer belong to one family; exemptions between spouses are for an officer.",
  }),
  "not-assessable-use": (_: None): Text => ({
    zh: "车位、储藏室或商住混合房屋,计税价格和税率需人工确定。",
    en: "Parking, storage or mixed use: price and rates are for an officer.",
  }),
  "non-residential": (_: None): Text => ({
    zh: "非住房交易的计算结果需税务人员确认。",
    en: "Every sale of a unit that is no home is confirmed by an officer.",
  }),
  "non-residential-vat-method": (_: None): Text => ({
    zh: "2026年起非住房能否差额计征增值税尚不明确,需人工确定。",
    en: "Whether VAT on the difference continues for units that are no homes is not established.",
  }),
  "non-residential-business-tax": (_: None): Text => ({
    zh: "2016年5月1日前的非住房转让营业税需人工办理。",
    en: "Business tax on units that are no homes, before 2016-05-01, is for an officer.",
  }),
  "non-residential-assessed-price": (_: None): Text => ({
    zh: "非住房申报价低于评估价,需评估报告或人工确定。",
    en: "The price of a unit that is no home lies below the assessed one: appraisal report or officer.",
  }),
  "non-residential-deed-base": (_: None): Text => ({
    zh: "购入时的契税税率未知,契税计税金额需人工确定。",
    en: "The deed-tax rate of the purchase is unknown, so its base is for an officer.",
  }),
  "non-residential-acquisition": (_: None): Text => ({
    zh: "非购买取得的非住房,扣除价款需人工确定。",
    en: "A unit that is no home and was not bought: the deductible price is for an officer.",
  }),
  "non-residential-appraisal": (_: None): Text => ({
    zh: "没有购房发票,土地增值税扣除项目需评估或人工核定。",
    en: "Without a purchase invoice the deductions for land VAT need an appraisal or an officer.",
  }),
};

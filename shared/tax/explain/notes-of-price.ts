import type { Text } from "../../kernel/text.ts";
import type { None } from "./none.ts";

export const priceNotes = {
  "turnover-exempt-held": (d: { tax: string; years: number }): Text => ({
    zh: `个人转让持有满${d.years}年(含)的住房,免征${turnoverName(d.tax).zh}。`,
    en: `A home held for ${d.years} years or more is exempt from ${turnoverName(d.tax).en}.`,
  }),
  "turnover-exempt-self-built": (d: { tax: string }): Text => ({
    zh: `个人销售自建自用住房,免征${turnoverName(d.tax).zh}。`,
    en: `A self-built own home is exempt from ${turnoverName(d.tax).en}.`,
  }),
  "turnover-due-on-full-price": (d: { tax: string; rate: string; amount: string }): Text => ({
    zh: `持有不足规定年限,按${d.rate}全额征收${turnoverName(d.tax).zh},应纳${d.amount}元。`,
    en: `Held too short for the exemption: ${turnoverName(d.tax).en} at ${d.rate} of the full price, ${d.amount} yuan.`,
  }),
  "no-small-scale-exemption": (_: None): Text => ({
    zh: "自然人销售不动产不适用小规模纳税人月销售额10万元以下免税。",
    en: "The small-scale taxpayers' monthly exemption does not cover a natural person's sale of real estate.",
  }),
  "signed-before-filed-after": (d: { contractDate: string; filingDate: string }): Text => ({
    zh: `合同签订于${d.contractDate},尚未申报缴税,按申报日${d.filingDate}的规定执行。`,
    en: `Signed on ${d.contractDate} and not yet declared: the law of the filing day ${d.filingDate} applies.`,
  }),
  "price-without-vat": (d: { declared: string; vat: string; price: string }): Text => ({
    zh: `申报含税价${d.declared}元,其中增值税${d.vat}元,不含税价${d.price}元。`,
    en: `The declared price ${d.declared} yuan holds VAT of ${d.vat} yuan; without it ${d.price} yuan.`,
  }),
  "price-nothing-subtracted": (d: { declared: string }): Text => ({
    zh: `免征增值税的,计税价格不扣减增值税额,为申报价${d.declared}元。`,
    en: `As VAT is exempt nothing is subtracted: the price is the declared ${d.declared} yuan.`,
  }),
  "price-with-business-tax": (d: { declared: string }): Text => ({
    zh: `营业税为价内税,计税价格为成交价${d.declared}元。`,
    en: `Business tax lies within the price: the price is the ${d.declared} yuan paid.`,
  }),
  "assessed-portion": (d: { portion: string; assessed: string }): Text => ({
    zh: `转让份额${d.portion},评估价按份额为${d.assessed}元。`,
    en: `A part of ${d.portion} is sold; its assessed price is ${d.assessed} yuan.`,
  }),
  "assessed-price-used": (d: { assessed: string; price: string }): Text => ({
    zh: `申报价(不含税)${d.price}元低于评估价${d.assessed}元,纳税人已接受,按评估价计税。`,
    en: `The price ${d.price} yuan lies below the assessed ${d.assessed} yuan, which was accepted and is used.`,
  }),
  "assessed-price-not-above": (d: { assessed: string; price: string }): Text => ({
    zh: `申报价(不含税)${d.price}元不低于评估价${d.assessed}元,按申报价计税。`,
    en: `The price ${d.price} yuan is not below the assessed ${d.assessed} yuan; the declared price is used.`,
  }),
  "price-within-tolerance": (d: { assessed: string; price: string; tolerance: string }): Text => ({
    zh: `申报价(不含税)${d.price}元低于评估价${d.assessed}元,但在容许幅度${d.tolerance}以内,按申报价计税。`,
    en: `The price ${d.price} yuan lies below the assessed ${d.assessed} yuan by no more than the tolerance of ${d.tolerance}; the declared price is used.`,
  }),
  "low-price-reason-accepted": (d: { assessed: string; price: string }): Text => ({
    zh: `申报价(不含税)${d.price}元低于评估价${d.assessed}元,正当理由已经税务人员认可,按申报价计税。`,
    en: `The price ${d.price} yuan lies below the assessed ${d.assessed} yuan; an officer accepted the reason, so the declared price is used.`,
  }),
  "surcharge-without-turnover-tax": (_: None): Text => ({
    zh: "未产生应纳增值税(营业税),附加税费为零。",
    en: "No VAT (business tax) is due, so there is no surcharge on it.",
  }),
  "surcharge-on-turnover-tax": (d: { tax: string; base: string; rate: string }): Text => ({
    zh: `以实际缴纳的${turnoverName(d.tax).zh}${d.base}元为依据,按${d.rate}计算。`,
    en: `Computed at ${d.rate} of the ${turnoverName(d.tax).en} of ${d.base} yuan.`,
  }),
  "surcharge-relief": (d: { factor: string }): Text => ({
    zh: `自然人享受六税两费减征,按${d.factor}征收。`,
    en: `Relief for natural persons: ${d.factor} of it is collected.`,
  }),
  "surcharge-no-relief": (_: None): Text => ({
    zh: "申报日不在六税两费减征期内,全额征收。",
    en: "The filing day lies outside the relief period: collected in full.",
  }),
  "urban-tier": (d: { division: string; divisionInEnglish: string; rate: string }): Text => ({
    zh: `房屋位于${d.division},城市维护建设税税率${d.rate}。`,
    en: `The home lies in ${d.divisionInEnglish}: urban maintenance tax at ${d.rate}.`,
  }),
  "stamp-duty-suspended": (_: None): Text => ({
    zh: "个人销售或购买住房暂免征收印花税。",
    en: "Stamp duty on homes bought or sold by individuals is suspended.",
  }),
  "land-vat-suspended": (_: None): Text => ({
    zh: "个人销售住房暂免征收土地增值税。",
    en: "Land VAT on homes sold by individuals is suspended.",
  }),
  "unverified-law": (d: { act: string; actInEnglish: string; title: string; titleInEnglish: string }): Text => ({
    zh: `注意:“${d.title}”(${d.act})未经核实,请由税务人员确认。`,
    en: `Note: "${d.titleInEnglish}" (${d.actInEnglish}) is unverified; an officer should confirm it.`,
  }),
  "restriction-mortgage": (_: None): Text => ({
    zh: "房屋已抵押:可以计税,但办理转移登记须按规定处理抵押。",
    en: "The home is mortgaged: taxes can be computed, but the transfer may not be registered before the mortgage is dealt with.",
  }),
  "restriction-seizure": (_: None): Text => ({
    zh: "房屋已被查封:可以计税,但不动产登记将不予办理。",
    en: "The home is under seizure: taxes can be computed, but the registration will be refused.",
  }),
  "alternative-declared-price": (d: { price: string }): Text => ({
    zh: `若按申报价(不含税${d.price}元)计税`,
    en: `If the declared price (${d.price} yuan without VAT) is used`,
  }),
  "alternative-assessed-price": (d: { price: string }): Text => ({
    zh: `若接受评估价${d.price}元计税`,
    en: `If the assessed price of ${d.price} yuan is accepted`,
  }),
};

const turnoverName = (tax: string): Text =>
  tax === "vat" ? { zh: "增值税", en: "VAT" } : { zh: "营业税", en: "business tax" };

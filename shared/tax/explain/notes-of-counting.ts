import type { Text } from "../../kernel/text.ts";

const startNames: Readonly<Record<string, Text>> = {
  title: { zh: "产权证日期", en: "date of the title certificate" },
  "deed-tax": { zh: "契税完税证明填发日期", en: "issue date of the deed-tax certificate" },
  contract: { zh: "合同生效日期", en: "effective date of the contract" },
  receipt: { zh: "缴款凭证日期", en: "date of the payment receipt" },
  judgment: { zh: "判决生效日期", en: "effective date of the judgment" },
  "previous-title": { zh: "前次购房产权证日期", en: "title certificate of the earlier purchase" },
  "previous-deed-tax": { zh: "前次购房契税完税证明日期", en: "deed-tax certificate of the earlier purchase" },
};

const nameOfStart = (basis: string): Text => startNames[basis] ?? { zh: basis, en: basis };

export const countingNotes = {
  "holding-starts": (d: { start: string; basis: string }): Text => ({
    zh: `持有时间自${d.start}(${nameOfStart(d.basis).zh})起算。`,
    en: `The holding period runs from ${d.start} (${nameOfStart(d.basis).en}).`,
  }),
  "contract-does-not-start-clock": (d: { contractDate: string }): Text => ({
    zh: `购房合同日期${d.contractDate}不作为起算日。`,
    en: `The purchase contract of ${d.contractDate} does not start the clock.`,
  }),
  "held-in-full": (d: { years: number; anniversary: string; filingDate: string }): Text => ({
    zh: `${d.anniversary}满${d.years}年,申报日${d.filingDate}已满${d.years}年。`,
    en: `${d.years} years were full on ${d.anniversary}; the filing day is ${d.filingDate}.`,
  }),
  "held-short": (d: { years: number; anniversary: string; filingDate: string; days: number }): Text => ({
    zh: `${d.anniversary}方满${d.years}年,申报日${d.filingDate}还差${d.days}天。`,
    en: `${daysInEnglish(d.days)} short of ${d.years} years: they are full on ${d.anniversary}, the filing day is ${d.filingDate}.`,
  }),
  "only-home-in-province": (d: { province: string; provinceInEnglish: string }): Text => ({
    zh: `夫妻双方在${d.province}范围内没有其他住房,所售住房为家庭唯一生活用房。`,
    en: `The couple has no other home in ${d.provinceInEnglish}: the home sold is its only one.`,
  }),
  "other-homes-in-province": (d: { count: number; province: string; provinceInEnglish: string }): Text => ({
    zh: `夫妻双方在${d.province}范围内另有${d.count}套住房,不是家庭唯一生活用房。`,
    en: `Not the only home: the couple has ${d.count} more in ${d.provinceInEnglish}.`,
  }),
  "family-homes-counted": (d: { count: number }): Text => ({
    zh: `购房人、配偶及未成年子女在查询范围内另有住房${d.count}套。`,
    en: `Within the query area, the buyer, spouse and minor children have ${homesInEnglish(d.count)} besides this one.`,
  }),
  "marriage-by-commitment": (d: { marriage: string }): Text => ({
    zh: `未查到婚姻登记信息,婚姻状况(${marriageInChinese(d.marriage)})以纳税人书面承诺为准。`,
    en: `No marriage record was found; the status "${d.marriage}" rests on the taxpayer's commitment.`,
  }),
  "registered-count-accepted": (d: { registered: number; declared: number }): Text => ({
    zh: `登记套数${d.registered}套与申报套数${d.declared}套不一致,纳税人已接受登记套数。`,
    en: `The registers count ${d.registered}, the family said ${d.declared}; the registered count was accepted.`,
  }),
  "counts-differ": (d: { registered: number; declared: number }): Text => ({
    zh: `登记套数${d.registered}套与申报套数${d.declared}套不一致。`,
    en: `The registers count ${d.registered} other homes, the family says ${d.declared}.`,
  }),
  "deed-rate-small": (d: { area: string; limit: string; rate: string; count: number }): Text => ({
    zh: `家庭${ordinalInChinese(d.count)}住房,面积${d.area}平方米,不超过${d.limit}平方米,减按${d.rate}征收。`,
    en: `The family's ${ordinal(d.count)} home, ${d.area} m², not above ${d.limit} m²: ${d.rate}.`,
  }),
  "deed-rate-large": (d: { area: string; limit: string; rate: string; count: number }): Text => ({
    zh: `家庭${ordinalInChinese(d.count)}住房,面积${d.area}平方米,超过${d.limit}平方米,减按${d.rate}征收。`,
    en: `The family's ${ordinal(d.count)} home, ${d.area} m², above ${d.limit} m²: ${d.rate}.`,
  }),
  "deed-rate-base": (d: { rate: string; count: number }): Text => ({
    zh: `家庭已有住房${d.count}套,不享受住房契税优惠,按${d.rate}征收。`,
    en: `The family already has ${homesInEnglish(d.count)}: no relief, the base rate of ${d.rate}.`,
  }),
  "area-above-limit": (d: { above: string; limit: string; rate: string }): Text => ({
    zh: `面积超过${d.limit}平方米${d.above}平方米,未能适用${d.rate}。`,
    en: `${d.above} m² above the limit of ${d.limit} m², so not at ${d.rate}.`,
  }),
  "homes-above-limit": (d: { above: number; most: number }): Text => ({
    zh: `享受优惠税率的家庭此前最多有${d.most}套住房,超出${d.above}套。`,
    en: `${homesInEnglish(d.above)} too many: reduced rates are for families with at most ${d.most} before.`,
  }),
  "whole-area-counts": (d: { portion: string; area: string }): Text => ({
    zh: `转让份额${d.portion},面积标准按整套${d.area}平方米判断。`,
    en: `A part of ${d.portion} is sold; the area of the whole home, ${d.area} m², is compared.`,
  }),
};

const daysInEnglish = (days: number): string => (days === 1 ? "One day" : `${days} days`);
const homesInEnglish = (homes: number): string =>
  homes === 0 ? "no home" : homes === 1 ? "one home" : `${homes} homes`;
const ordinal = (count: number): string => (count === 0 ? "only" : "second");
const ordinalInChinese = (count: number): string => (count === 0 ? "唯一" : "第二套");
const marriages: Readonly<Record<string, string>> = {
  married: "已婚",
  single: "未婚",
  divorced: "离异",
  widowed: "丧偶",
};
const marriageInChinese = (marriage: string): string => marriages[marriage] ?? marriage;

import type { ReviewReason } from "../../connectors/core-tax/acts.ts";
import type { Text } from "../../kernel/text.ts";
import type { LawEntry } from "../../tax/law/timeline.ts";
import { newTaxpayerLaw } from "./law/index.ts";

/** Why something waits for an officer. Codes are stable; rules speak in them. */
const reviews: Readonly<Record<string, Text>> = {
  "legal-representative-tied": {
    zh: "法定代表人关联非正常户,须人工核实",
    en: "The legal representative is tied to an abnormal household",
  },
  "licence-lacks-investors": { zh: "登记信息缺少投资方", en: "The licence record lacks the investors" },
  "licence-lacks-capital": { zh: "登记信息缺少注册资本", en: "The licence record lacks the capital" },
  "licence-lacks-head-office": { zh: "登记信息缺少总机构", en: "The licence record lacks the head office" },
  "licence-lacks-further-industries": {
    zh: "登记信息缺少附行业",
    en: "The licence record lacks the further industries",
  },
  "shares-do-not-add-up": { zh: "投资比例之和不是100%", en: "The investors' shares do not add up to 100 %" },
  "investor-without-address": { zh: "中国籍投资方缺少地址", en: "A Chinese investor has no address" },
  "licence-date-in-the-future": { zh: "营业执照日期晚于今日", en: "The date of the licence is in the future" },
  "foreign-papers": { zh: "外籍人员证件须人工核对", en: "An officer checks foreign papers" },
  "consumption-tax": {
    zh: "可能涉及消费税,由税务人员认定",
    en: "Consumption tax may be due: an officer determines it",
  },
  "resource-tax": { zh: "可能涉及资源税,由税务人员认定", en: "Resource tax may be due: an officer determines it" },
  "environmental-tax": {
    zh: "可能涉及环境保护税,由税务人员认定",
    en: "Environmental protection tax may be due: an officer determines it",
  },
  "cultural-construction-fee": {
    zh: "可能涉及文化事业建设费,由税务人员认定",
    en: "The cultural construction fee may be due: an officer determines it",
  },
  "same-city-branch": {
    zh: "总机构在同一城市,申报方式由税务人员认定",
    en: "The head office is in the same city: an officer determines which of the two files",
  },
  "special-count-above-first": {
    zh: "专用发票份数超过首次申领标准",
    en: "More special invoices a month than a newcomer's first limit",
  },
  "ordinary-above-first": {
    zh: "普通发票份数或限额超过首次申领标准",
    en: "Ordinary invoices beyond a newcomer's first limits",
  },
  "special-amount-above-first": {
    zh: "专用发票最高开票限额超过首次标准,属行政许可",
    en: "A special invoice above a newcomer's first limit is an administrative licence",
  },
  "quota-above-first": { zh: "申请的总额度超过初始额度", en: "The quota asked for is above the first one" },
  "quota-is-assessed": { zh: "定额由税务人员核定", en: "An officer assesses the quota" },
  "law-of-the-day-unknown": {
    zh: "该项目在申请日的政策未能核实,由税务人员判断",
    en: "No law of that day was found for the item: an officer judges",
  },
};

export const reviewReason = (code: string): ReviewReason => {
  const text = reviews[code];
  if (text === undefined) throw new Error(`No words for the review reason ${code}`);
  return { code, ...text };
};

/** Why a wish is refused by the law. */
const refusals: Readonly<Record<string, Text>> = {
  "not-a-general-taxpayer": {
    zh: "只有一般纳税人可以选择简易办法",
    en: "Only a general taxpayer can elect the simplified method",
  },
  "industry-does-not-fit": {
    zh: "登记的行业不包含该项目",
    en: "The registered industries do not include this item",
  },
  "item-closed": {
    zh: "该项目不再受理新的选择;已选择的可继续至完工",
    en: "No new election of this item: projects that already use it go on to completion",
  },
  "contract-date-missing": { zh: "须填写合同开工日期", en: "The day on which the contract's work began is missing" },
  "contract-too-late": { zh: "合同开工日期不在规定期限内", en: "The contract's work began too late for this item" },
  "before-general-status": {
    zh: "有效期起早于一般纳税人生效之日",
    en: "It cannot begin before general status does",
  },
  "shorter-than-the-lock": { zh: "有效期不得少于36个月", en: "It binds for at least 36 months" },
  "kind-keeps-books": {
    zh: "只有个体工商户可以申请定期定额",
    en: "Only a sole proprietor can ask for a fixed quota",
  },
  "general-taxpayer-keeps-books": {
    zh: "一般纳税人须设账,不适用定期定额",
    en: "A general taxpayer keeps books and has no fixed quota",
  },
};

export const refusalText = (code: string, law: readonly string[]): Text => {
  const text = refusals[code];
  if (text === undefined) throw new Error(`No words for the refusal ${code}`);
  return join(text, basedOn(law));
};

export const join = (text: Text, further: Text): Text => ({
  zh: `${text.zh}${further.zh}`,
  en: `${text.en}${further.en}`,
});

/** The law that a rule used, to be read beside its result; an unverified entry says so. */
export const basedOn = (entryIds: readonly string[]): Text => {
  const entries = entryIds.flatMap((id) => entriesById.get(id) ?? []);
  if (entries.length === 0) return { zh: "", en: "" };
  const cited = (language: keyof Text, separator: string, doubt: string) =>
    entries
      .map(
        ({ source, status }) =>
          `${source.act[language]} ${source.article[language]}${status === "unverified" ? doubt : ""}`,
      )
      .join(separator);
  return { zh: `(依据:${cited("zh", ";", "〔未核实〕")})`, en: ` (${cited("en", "; ", " [unverified]")})` };
};

const entriesById: ReadonlyMap<string, Pick<LawEntry<unknown>, "source" | "status">> = new Map(
  newTaxpayerLaw.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const)),
);

import { type IdentifierFault, judgeCharacters, judged } from "./judged.ts";

/** The sections of GB/T 4754-2017 with their first and last division. */
const sections = {
  A: ["农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery", 1, 5],
  B: ["采矿业", "Mining", 6, 12],
  C: ["制造业", "Manufacturing", 13, 43],
  D: ["电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water", 44, 46],
  E: ["建筑业", "Construction", 47, 50],
  F: ["批发和零售业", "Wholesale and retail", 51, 52],
  G: ["交通运输、仓储和邮政业", "Transport, storage and post", 53, 60],
  H: ["住宿和餐饮业", "Hotels and catering", 61, 62],
  I: ["信息传输、软件和信息技术服务业", "Information transmission, software and IT services", 63, 65],
  J: ["金融业", "Finance", 66, 69],
  K: ["房地产业", "Real estate", 70, 70],
  L: ["租赁和商务服务业", "Leasing and business services", 71, 72],
  M: ["科学研究和技术服务业", "Research and technical services", 73, 75],
  N: ["水利、环境和公共设施管理业", "Water, environment and public facilities", 76, 79],
  O: ["居民服务、修理和其他服务业", "Household services, repair and other services", 80, 82],
  P: ["教育", "Education", 83, 83],
  Q: ["卫生和社会工作", "Health and social work", 84, 85],
  R: ["文化、体育和娱乐业", "Culture, sports and entertainment", 86, 90],
  S: ["公共管理、社会保障和社会组织", "Public administration and social organisations", 91, 96],
  T: ["国际组织", "International organisations", 97, 97],
} as const satisfies Record<string, readonly [string, string, number, number]>;

export type IndustrySection = keyof typeof sections;

/** The section that a class code such as `5231` belongs to; undefined when its division does not exist. */
export const sectionOf = (industryCode: string): IndustrySection | undefined => {
  const division = Number(industryCode.slice(0, 2));
  return (Object.keys(sections) as IndustrySection[]).find((section) => {
    const [, , first, last] = sections[section];
    return division >= first && division <= last;
  });
};

/** What is wrong with a class code of GB/T 4754-2017: four digits whose division exists. */
export const judgeIndustryCode = (code: string): IdentifierFault | undefined => {
  const wrongCharacter = judgeCharacters(code, 4, (character) => character >= "0" && character <= "9", {
    zh: "只用数字(小类代码,四位)。",
    en: "Only digits (a class code of four).",
  });
  if (wrongCharacter) return wrongCharacter;
  if (sectionOf(code) !== undefined) return undefined;
  return { code: "unknown-industry", zh: "没有这个行业代码。", en: "There is no such industry." };
};

/** A class of GB/T 4754-2017, such as `6210` for full-service restaurants. */
export const IndustryCode = judged(judgeIndustryCode, {
  description: "Class of the national industry classification, GB/T 4754-2017",
  pattern: "^[0-9]{4}$",
  examples: ["6210"],
});

import type { Text } from "../kernel/text.ts";

/** Who keeps which records. The one list of authorities: addresses, sandbox servers and words for people follow it. */
export const authorities = {
  "market-regulation": { name: { zh: "市场监管局", en: "market regulation" } },
  "public-security": { name: { zh: "公安", en: "public security" } },
  "civil-affairs": { name: { zh: "民政局", en: "civil affairs" } },
  "property-registry": { name: { zh: "不动产登记中心", en: "real-estate registration" } },
  "housing-contracts": { name: { zh: "住建局(网签)", en: "housing contracts" } },
  bank: { name: { zh: "开户银行", en: "the bank" } },
  "social-insurance": { name: { zh: "社会保险", en: "social insurance" } },
  "fire-rescue": { name: { zh: "消防救援机构", en: "fire and rescue" } },
  "urban-management": { name: { zh: "城市管理局", en: "urban management" } },
  "core-tax": { name: { zh: "税务核心征管系统", en: "the core tax system" } },
} as const satisfies Record<string, { readonly name: Text }>;

export type AuthorityId = keyof typeof authorities;

export const authorityIds = Object.keys(authorities) as AuthorityId[];

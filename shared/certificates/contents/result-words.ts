import { simplifiedItems } from "../../packages/new-taxpayer/law/simplified-method.ts";
import { taxNames } from "../../packages/new-taxpayer/law/tax-types.ts";

/** What a fact says on a document, in Chinese; nothing for a fact that is not there. */
export const wordsOf = (name: string, value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  const say = Object.hasOwn(sayings, name) ? sayings[name] : undefined;
  if (say) return say(value as never);
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Error(`No words for the fact ${name}`);
};

const periods = { month: "按月", quarter: "按季", year: "按年", occasion: "按次" } as const;
const standards: Readonly<Record<string, string>> = {
  "small-enterprise-standard": "小企业会计准则",
  "enterprise-standard": "企业会计准则",
  "cooperative-accounting": "农民专业合作社会计制度",
  "sole-proprietor-accounting": "个体工商户会计制度",
};
const invoiceKinds = { special: "增值税专用发票", ordinary: "增值税普通发票" } as const;

type Code<Names> = keyof Names;
type Saying = (value: never) => string;

const sayings: Readonly<Record<string, Saying>> = {
  taxTypes: (types: readonly { code: Code<typeof taxNames>; period: Code<typeof periods> }[]) =>
    types.map(({ code, period }) => `${taxNames[code].zh}(${periods[period]}申报)`).join("、"),
  accountingSystem: ({ standard, reportPeriod }: { standard: string; reportPeriod: Code<typeof periods> }) =>
    `${standards[standard] ?? standard},财务报表${periods[reportPeriod]}报送`,
  simplifiedElection: (election: { item: Code<typeof simplifiedItems>; from: string; to: string }) =>
    `${simplifiedItems[election.item].name.zh},有效期 ${election.from} 至 ${election.to}`,
  invoiceLines: (lines: readonly { kind: Code<typeof invoiceKinds>; monthlyCount: number; maxAmount: string }[]) =>
    lines
      .map(
        ({ kind, monthlyCount, maxAmount }) => `${invoiceKinds[kind]}每月 ${monthlyCount} 份,单份最高 ${maxAmount} 元`,
      )
      .join(";"),
};

import type * as z from "zod";
import { pointerPart } from "../kernel/json-pointer.ts";
import { type FieldProblem, Refusal } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";
import { HousingFacts } from "./facts.ts";

/** Reads the JSON form; throws the refusal `facts-invalid` that names each wrong field and the rule it breaks. */
export const readHousingFacts = (json: unknown): HousingFacts => {
  const read = HousingFacts.safeParse(json);
  if (read.success) return read.data;
  throw new Refusal("facts-invalid", { fields: read.error.issues.flatMap(problemsOf) });
};

type Issue = z.core.$ZodIssue;

const problemsOf = (issue: Issue): readonly FieldProblem[] => {
  const path = pointer(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: `${path}${pointer([key])}`,
      code: "unknown-field",
      reason: { zh: "不认识的字段", en: "No such field" },
    }));
  }
  return [{ path, ...ruleOf(issue, path) }];
};

/** A JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string => path.map(pointerPart).join("");

const rules: readonly (readonly [RegExp, string, Text])[] = [
  [
    /(Price|\/price|taxesAndFees|deedTaxPaid|\/costs\/\w+)$/,
    "not-an-amount",
    {
      zh: "金额须为字符串,单位元,不小于0,最多两位小数,如“1234.50”",
      en: "An amount is a string in yuan, at least 0, with at most two decimals, such as 1234.50",
    },
  ],
  [
    /areaSquareMetres$/,
    "not-an-area",
    {
      zh: "面积须为字符串,大于0,最多两位小数,如“128.50”",
      en: "An area is a string above 0 with at most two decimals, such as 128.50",
    },
  ],
  [
    /(share|portion)$/,
    "not-a-share",
    {
      zh: "份额须为字符串,大于0且不超过1,如“1/3”",
      en: "A share is a string above 0 and at most 1, such as 1/3",
    },
  ],
  [
    /(Date|divorcedOn)$/,
    "not-a-day",
    { zh: "日期须为真实存在的日期,如“2026-01-31”", en: "A day is a real calendar day, such as 2026-01-31" },
  ],
  [/division$/, "not-a-division", { zh: "行政区划须为六位数字代码", en: "A division is a code of six digits" }],
];

const isAbsent = (issue: Issue): boolean => issue.code === "invalid_type" && issue.input === undefined;

const ruleOf = (issue: Issue, path: string): Omit<FieldProblem, "path"> => {
  if (isAbsent(issue) && !/\/\d+$/.test(path) && issue.message.includes("undefined")) {
    return { code: "required", reason: { zh: "必填", en: "Required" } };
  }
  const rule = rules.find(([pattern]) => pattern.test(path));
  if (rule !== undefined) return { code: rule[1], reason: rule[2] };
  if (issue.code === "invalid_value" || issue.code === "invalid_union") {
    return { code: "not-an-option", reason: { zh: "不在可选值之内", en: "Not one of the possible values" } };
  }
  if (issue.code === "too_small")
    return { code: "too-few", reason: { zh: "数量或长度不足", en: "Too few or too small" } };
  if (issue.code === "too_big")
    return { code: "too-many", reason: { zh: "数量或长度过大", en: "Too many or too large" } };
  return { code: "wrong-type", reason: { zh: "类型不正确", en: "Wrong type" } };
};

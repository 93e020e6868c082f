import type * as z from "zod";
import { pointerPart } from "./json-pointer.ts";
import type { FieldProblem } from "./refusal.ts";
import type { Text } from "./text.ts";

/** What checking a value against a schema came to: the parsed value, or what is wrong with which field. */
export type Checked<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly fields: readonly FieldProblem[] };

/**
 * Parses what a caller sent and says in both languages what is wrong with each field. `at` is the JSON pointer of the
 * value itself. A schema's own sentence for people: `refine(check, { params: { code, zh, en } })`.
 */
export const checkFields = <Value>(schema: z.ZodType<Value>, value: unknown, at = ""): Checked<Value> => {
  // Without its input an issue cannot tell a missing field from one of a wrong type.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { isValid: true, value: parsed.data };
  return { isValid: false, fields: parsed.error.issues.flatMap((issue) => describe(issue, at)).slice(0, maxFields) };
};

/** A caller mends a few fields at a time, and an answer must not grow with what was sent. */
const maxFields = 50;

type Issue = z.core.$ZodIssue;

const describe = (issue: Issue, at: string): readonly FieldProblem[] => {
  const path = at + issue.path.map(pointerPart).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: path + pointerPart(key), ...unknownField }));
  }
  if (issue.input === undefined && issue.code !== "custom") return [{ path, ...missing }];
  return [{ path, ...judge(issue) }];
};

type Judgement = Pick<FieldProblem, "code" | "reason">;

const unknownField: Judgement = {
  code: "unknown-field",
  reason: { zh: "没有这一项。", en: "There is no such field." },
};
const missing: Judgement = { code: "missing", reason: { zh: "必须填写。", en: "This is required." } };

const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "是或否", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "对象", en: "an object" },
  record: { zh: "对象", en: "an object" },
  date: { zh: "日期", en: "a date" },
};

const judge = (issue: Issue): Judgement => {
  switch (issue.code) {
    case "invalid_type": {
      const { zh, en } = typeNames[issue.expected] ?? { zh: "另一种类型", en: "of another type" };
      return { code: "wrong-type", reason: { zh: `类型不对,应为${zh}。`, en: `This must be ${en}.` } };
    }
    case "invalid_value": {
      const [zh, en] = [issue.values.map(String).join("、"), issue.values.map(String).join(", ")];
      return { code: "not-allowed", reason: { zh: `只能是:${zh}。`, en: `This must be one of: ${en}.` } };
    }
    case "too_big":
      return isLength(issue.origin)
        ? { code: "too-long", reason: { zh: `最多 ${issue.maximum} 个。`, en: `At most ${issue.maximum} long.` } }
        : { code: "too-large", reason: { zh: `不能大于 ${issue.maximum}。`, en: `At most ${issue.maximum}.` } };
    case "too_small":
      return isLength(issue.origin)
        ? { code: "too-short", reason: { zh: `至少 ${issue.minimum} 个。`, en: `At least ${issue.minimum} long.` } }
        : { code: "too-small", reason: { zh: `不能小于 ${issue.minimum}。`, en: `At least ${issue.minimum}.` } };
    case "invalid_format":
    case "not_multiple_of":
      return { code: "wrong-format", reason: { zh: "格式不对。", en: "This is not written in the expected form." } };
    case "custom":
      return judgeCustom(issue);
    default:
      return { code: "not-valid", reason: { zh: "内容不符合要求。", en: "This is not acceptable." } };
  }
};

const isLength = (origin: string): boolean => origin === "string" || origin === "array" || origin === "set";

const judgeCustom = ({ params }: { readonly params?: Record<string, unknown> | undefined }): Judgement => {
  const { code, zh, en } = params ?? {};
  const isText = typeof zh === "string" && typeof en === "string";
  return {
    code: typeof code === "string" ? code : "not-valid",
    reason: isText ? { zh, en } : { zh: "内容不符合要求。", en: "This is not acceptable." },
  };
};

import type { Text } from "../../shared/kernel/text.ts";
import type { Scope } from "../../shared/people/policy.ts";

export const scopeNames: Readonly<Record<Scope, Text>> = {
  read: { zh: "查看办件", en: "see the case" },
  answer: { zh: "填写和提交", en: "fill in and send" },
  sign: { zh: "确认和签署", en: "confirm and sign" },
  pay: { zh: "缴纳税款", en: "pay the taxes" },
};

const acts: Readonly<Record<string, Text>> = {
  answer: { zh: "提交了答复", en: "Sent an answer" },
  draft: { zh: "暂存了填写内容", en: "Kept a draft" },
  pay: { zh: "发起了缴款", en: "Began a payment" },
  abandon: { zh: "放弃了一次缴款", en: "Gave up a payment" },
};

/** What somebody did for another, by the verb that the case keeps. */
export const actWords = (verb: string): Text => acts[verb] ?? { zh: "办理了一项操作", en: "Did something else" };

import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PageQuery, PathName } from "../contract.ts";
import { AccessCheckView, AccessLogPage, UnmaskedView, UnmaskingRequest } from "../resources/access-log.ts";

export const getAccessLog = describeRoute({
  name: "getAccessLog",
  summary: {
    zh: "谁在什么时候、为什么查看了本人的信息,最近的在前",
    en: "Who read one's own data, when and why, the latest first",
  },
  query: PageQuery,
  reply: AccessLogPage,
  refusals: ["cursor-invalid"],
});

export const checkAccessLog = describeRoute({
  name: "checkAccessLog",
  summary: {
    zh: "检查访问记录链是否完整:本机关的,或一个办件所涉各人的",
    en: "Whether chains of the access log are whole: the office's, or those of everybody in a case",
  },
  query: lazily(() => z.strictObject({ caseId: PathName().optional() })),
  reply: AccessCheckView,
  refusals: ["case-not-found"],
});

export const unmaskField = describeRoute({
  name: "unmaskField",
  summary: {
    zh: "税务人员说明理由并重新登录后查看一个完整的字段",
    en: "One field in full, for an officer with a reason and a fresh login",
  },
  path: lazily(() => z.strictObject({ caseId: PathName() })),
  bodyIs: "required",
  body: UnmaskingRequest,
  reply: UnmaskedView,
  refusals: ["case-not-found", "field-not-found", "step-up-required"],
});

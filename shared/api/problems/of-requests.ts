import type { ProblemDefinitions } from "./definition.ts";

/** What is wrong with a request before any action sees it. */
export const problemsOfRequests = {
  "json-invalid": {
    status: 400,
    title: { zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON" },
    detail: {
      zh: "请求正文须为 UTF-8 编码的 JSON。请改正后重发。",
      en: "The body must be JSON in UTF-8. Correct it and send it again.",
    },
  },
  "json-too-deep": {
    status: 400,
    title: { zh: "请求内容嵌套过深", en: "The body is nested too deeply" },
    detail: {
      zh: "请求正文的嵌套不得超过 32 层。请简化后重发。",
      en: "A body may be nested 32 levels deep at most. Flatten it and send it again.",
    },
  },
  "body-missing": {
    status: 400,
    title: { zh: "缺少请求内容", en: "The body is missing" },
    detail: { zh: "此操作需要 JSON 请求正文。", en: "This request needs a JSON body." },
  },
  "body-invalid": {
    status: 400,
    title: { zh: "请求内容有误", en: "The body is not as it should be" },
    detail: {
      zh: "fields 列出了有误的各项,请改正后重发。未作任何更改。",
      en: "`fields` lists what is wrong. Correct it and send it again. Nothing was changed.",
    },
  },
  "body-too-large": {
    status: 413,
    title: { zh: "请求内容过大", en: "The body is too large" },
    detail: { zh: "请求正文不得超过 256 KB。", en: "A body may hold 256 KB at most." },
  },
  "content-type-unsupported": {
    status: 415,
    title: { zh: "不支持的内容类型", en: "This content type is not supported" },
    detail: {
      zh: "请以 Content-Type: application/json 发送,且不压缩。",
      en: "Send it as `Content-Type: application/json`, not compressed.",
    },
  },
  "query-invalid": {
    status: 400,
    title: { zh: "查询参数有误", en: "The query parameters are not as they should be" },
    detail: { zh: "fields 列出了有误的参数。", en: "`fields` lists what is wrong." },
  },
  "cursor-invalid": {
    status: 400,
    title: { zh: "翻页标记无效", en: "The cursor is not valid" },
    detail: {
      zh: "cursor 只能原样取自本人同一列表上一页的 next。请从第一页重新开始。",
      en: "A cursor is the `next` of the page before, of the same list and the same person. Start again from the first page.",
    },
  },
  "idempotency-key-missing": {
    status: 400,
    title: { zh: "缺少 Idempotency-Key", en: "Idempotency-Key is missing" },
    detail: {
      zh: "每个更改请求须带 Idempotency-Key 请求头;重发同一请求时用同一个键。",
      en: "Every change carries an `Idempotency-Key` header; a request sent again carries the same key.",
    },
  },
  "idempotency-key-invalid": {
    status: 400,
    title: { zh: "Idempotency-Key 无效", en: "Idempotency-Key is not valid" },
    detail: {
      zh: "Idempotency-Key 须为 8 至 128 个字母、数字或 - _ . : 字符,例如 UUID。",
      en: "An `Idempotency-Key` is 8 to 128 letters, digits or - _ . : such as a UUID.",
    },
  },
  "if-match-missing": {
    status: 428,
    title: { zh: "缺少 If-Match", en: "If-Match is missing" },
    detail: {
      zh: "请先读取办件,再把其 ETag 放入 If-Match 请求头,以免覆盖他人的更改。",
      en: "Read the case and send its ETag as `If-Match`, so that you change what you have seen.",
    },
  },
  "if-match-invalid": {
    status: 400,
    title: { zh: "If-Match 无效", en: "If-Match is not valid" },
    detail: {
      zh: '请原样使用读取办件时得到的一个 ETag,例如 "7"。不接受 * 或多个值。',
      en: 'Use one ETag as you got it with the case, such as "7". `*` and lists are not taken.',
    },
  },
  "token-required": {
    status: 401,
    title: { zh: "需要登录", en: "You have to log in" },
    detail: {
      zh: "访问令牌缺失、已过期或无效。请重新登录后再试。",
      en: "The access token is missing, expired or not valid. Log in and try again.",
    },
  },
  "officer-only": {
    status: 403,
    title: { zh: "仅限税务人员", en: "For tax officers only" },
    detail: { zh: "您的身份不能进行此操作。", en: "Your role does not allow this." },
  },
} as const satisfies ProblemDefinitions;

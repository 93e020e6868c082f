import type { ProblemDefinitions } from "./definition.ts";

/** What goes wrong on our side or on the way, the gateway's own answers included. */
export const problemsOfService = {
  "route-not-found": {
    status: 404,
    title: { zh: "没有这个地址", en: "There is no such address" },
    detail: { zh: "可用的地址见 /openapi.json。", en: "The addresses are listed in /openapi.json." },
  },
  "access-forbidden": {
    status: 403,
    title: { zh: "不允许访问", en: "Access is not allowed" },
    detail: { zh: "网关拒绝了此请求。", en: "The gateway refused this request." },
  },
  "rate-limited": {
    status: 429,
    title: { zh: "请求过于频繁", en: "Too many requests" },
    detail: { zh: "请稍后再试。", en: "Try again a little later." },
  },
  "request-refused": {
    status: 400,
    title: { zh: "请求无法识别", en: "The request could not be read" },
    detail: {
      zh: "网关无法识别此请求。请检查后重发。",
      en: "The gateway could not read it. Check it and send it again.",
    },
  },
  "internal-error": {
    status: 500,
    title: { zh: "系统出错", en: "Something went wrong on our side" },
    detail: {
      zh: "这不是您的问题。请稍后用同一个 Idempotency-Key 重发;若仍出错,请告知 requestId。",
      en: "It is not your fault. Repeat the request later with the same Idempotency-Key; if it fails again, tell us the requestId.",
    },
  },
  "temporarily-unavailable": {
    status: 503,
    title: { zh: "系统繁忙", en: "The service is busy" },
    detail: {
      zh: "请稍后用同一个 Idempotency-Key 重发。",
      en: "Repeat the request a little later with the same Idempotency-Key.",
    },
  },
  "took-too-long": {
    status: 503,
    title: { zh: "处理时间过长", en: "It took too long" },
    detail: {
      zh: "办件会继续自动办理。请稍后读取办件,或用同一个 Idempotency-Key 重发。",
      en: "What was begun goes on by itself. Read the case later, or repeat the request with the same Idempotency-Key.",
    },
  },
  "reply-unreadable": {
    status: 502,
    title: { zh: "无法读取答复", en: "The answer could not be read" },
    detail: {
      zh: "收到的答复不符合约定。请稍后再试。",
      en: "What came back is not what the service answers. Try again later.",
    },
  },
} as const satisfies ProblemDefinitions;

import type { ProblemDefinitions } from "./definition.ts";

/** What is wrong with who somebody is, or with how they showed it. */
export const problemsOfIdentity = {
  "two-factor-required": {
    status: 401,
    title: { zh: "需要双重验证登录", en: "Please log in with a second factor" },
    detail: {
      zh: "过渡期已结束,仅凭单一验证方式的登录不再接受。请重新登录并完成二次验证。",
      en: "The month of transition is over: a login by one factor is no longer taken. Log in again with a second one.",
    },
  },
  "real-name-insufficient": {
    status: 403,
    title: { zh: "尚未完成实名认证", en: "Your identity has not been checked yet" },
    detail: {
      zh: "请先在电子税务局或办税厅完成证件或人脸核验,再重新登录。",
      en: "Have your document or face checked in the e-tax bureau or at a counter, and log in again.",
    },
  },
  "residents-only": {
    status: 403,
    title: { zh: "仅限办理人本人", en: "For the people of a case only" },
    detail: {
      zh: "工作人员不能以本人名义进行此操作;协助在场的办理人时,请使用帮办。",
      en: "Staff cannot do this in their own name. To help somebody who is present, use assisted service.",
    },
  },
  "session-ended": {
    status: 401,
    title: { zh: "本次登录已结束", en: "This session has ended" },
    detail: {
      zh: "该终端上的登录已退出。如需继续,请重新登录。",
      en: "You have been logged out on this kiosk. Log in again to go on.",
    },
  },
  "device-proof-invalid": {
    status: 401,
    title: { zh: "无法确认终端身份", en: "The kiosk did not prove that it is the one" },
    detail: {
      zh: "登录凭证只能在签发时的终端上使用,且每个请求须由该终端的密钥签名(RFC 9449)。",
      en: "This login works only on the kiosk that it was given to, which signs each request with its key (RFC 9449).",
    },
  },
  "kiosk-not-registered": {
    status: 403,
    title: { zh: "该终端未登记或登记已到期", en: "This kiosk is not registered, or no longer" },
    detail: {
      zh: "请换一台自助终端或使用手机办理,并告知现场工作人员。",
      en: "Use another kiosk or your phone, and tell the staff on site.",
    },
  },
  "handover-refused": {
    status: 403,
    title: { zh: "接续码无效", en: "The hand-over code was not accepted" },
    detail: {
      zh: "接续码只能由本人在几分钟内使用一次。请在原设备上重新生成。",
      en: "A code works once, for a few minutes, and for the person who made it. Make a new one on the other device.",
    },
  },
  "presence-refused": {
    status: 403,
    title: { zh: "无法确认办理人在场", en: "It could not be confirmed that the person is here" },
    detail: {
      zh: "证件或接续码与该办件的办理人不符。请当面核对后重试。",
      en: "The document or code belongs to nobody of this case. Check it with the person and try again.",
    },
  },
  "mandate-invalid": {
    status: 422,
    title: { zh: "委托内容有误", en: "The delegation is not as it should be" },
    detail: { zh: "fields 列出了有误的各项。未作任何更改。", en: "`fields` lists what is wrong. Nothing was changed." },
  },
  "mandate-not-found": {
    status: 404,
    title: { zh: "没有找到该委托", en: "There is no such delegation" },
    detail: { zh: "该办件没有这项委托。", en: "The case has no delegation of this number that is yours." },
  },
  "mandate-over": {
    status: 403,
    title: { zh: "委托已结束", en: "The delegation has ended" },
    detail: {
      zh: "委托已到期或被终止。如需继续,请由本人重新委托。",
      en: "It has run out or was ended. The person can give a new one.",
    },
  },
  "mandate-too-narrow": {
    status: 403,
    title: { zh: "超出委托范围", en: "The delegation does not go so far" },
    detail: {
      zh: "该操作不在委托范围内,须由本人办理,或由本人扩大委托范围。",
      en: "This was not given to you. The person does it, or gives a wider delegation.",
    },
  },
  "not-for-another": {
    status: 403,
    title: { zh: "此操作不能代办", en: "Nobody can do this for another" },
    detail: { zh: "此操作须由本人办理。", en: "Only the person can do this." },
  },
  "step-up-required": {
    status: 401,
    title: { zh: "需要再次确认是您本人", en: "Please confirm once more that it is you" },
    detail: {
      zh: "此操作需要最近完成的二次验证。请按 acrValues 和 maxAgeSeconds 重新登录后重试;您填写的内容未丢失。",
      en: "This needs a recent second factor. Log in again as `acrValues` and `maxAgeSeconds` ask, and repeat it; nothing was changed.",
    },
  },
} as const satisfies ProblemDefinitions;

import type { ProblemDefinitions } from "./definition.ts";

/** What is refused about bills, payments and their reconciliation. */
export const problemsOfMoney = {
  "bill-not-found": {
    status: 404,
    title: { zh: "没有找到该缴款单", en: "There is no such bill" },
    detail: {
      zh: "该办件没有这张缴款单,或者它不由您缴纳。",
      en: "The case has no bill of this number, or it is not yours to pay.",
    },
  },
  "payment-not-found": {
    status: 404,
    title: { zh: "没有找到该次缴款", en: "There is no such payment" },
    detail: { zh: "该缴款单没有这次缴款。", en: "The bill has no payment of this number." },
  },
  "bill-not-open": {
    status: 409,
    title: { zh: "该缴款单无需再缴", en: "The bill takes no payment any more" },
    detail: {
      zh: "该缴款单已缴清或已撤销,请勿再次缴款。重新读取缴款单可查看现状。",
      en: "It is paid, or was taken back. Do not pay again; read the bill to see where it stands.",
    },
  },
  "way-not-offered": {
    status: 409,
    title: { zh: "不支持这种缴款方式", en: "This way to pay is not offered" },
    detail: {
      zh: "本局尚未开通这种缴款方式,请选择其他方式。",
      en: "The bureau does not offer it yet. Please choose another.",
    },
  },
  "too-many-payments": {
    status: 409,
    title: { zh: "缴款尝试次数过多", en: "Too many payments were begun" },
    detail: {
      zh: "该缴款单发起缴款的次数过多,请联系税务机关。",
      en: "Too many payments of this bill were begun and left. Please contact the tax office.",
    },
  },
  "wallet-refused": {
    status: 422,
    title: { zh: "缴款机构拒绝了这次缴款", en: "The payment was declined" },
    detail: {
      zh: "支付机构或银行没有受理,未扣款。请检查账户,或选择其他方式。",
      en: "The wallet or bank did not take it, and no money has moved. Check the account, or choose another way.",
    },
  },
  "wallet-silent": {
    status: 503,
    title: { zh: "支付机构暂无响应", en: "The wallet does not answer" },
    detail: {
      zh: "请稍后重试,或选择其他方式。即使款项已扣,也只会入账一次,多缴的会原路退回。",
      en: "Try again in a moment, or choose another way. Should money have moved all the same, it is booked once, and what is too much goes back.",
    },
  },
  "difference-not-found": {
    status: 404,
    title: { zh: "没有找到该对账差异", en: "There is no such difference" },
    detail: { zh: "没有这个编号的对账差异。", en: "There is no difference of this number." },
  },
  "repair-by-hand": {
    status: 409,
    title: { zh: "该差异须人工处理", en: "This must be settled by hand" },
    detail: {
      zh: "双方记录不一致,不能自动处理,请与支付机构核实。",
      en: "The two sides tell different stories. Examine it with the wallet; nothing was changed.",
    },
  },
  "payment-stands": {
    status: 409,
    title: { zh: "支付机构仍确认该款项", en: "The wallet stands by the payment" },
    detail: {
      zh: "再次查询,支付机构确认该款项存在或未答复,未作更改。",
      en: "Asked once more, the wallet confirms the payment or does not answer. Nothing was changed.",
    },
  },
  "bill-differs": {
    status: 409,
    title: { zh: "缴款单已存在且内容不同", en: "There is another bill of this number" },
    detail: {
      zh: "同一编号的缴款单税款不同,未作更改,请联系系统管理员。",
      en: "A bill of this number stands for other taxes. Nothing was changed; tell whoever runs the system.",
    },
  },
  "bill-not-paid": {
    status: 409,
    title: { zh: "该缴款单尚未缴款", en: "The bill is not paid" },
    detail: { zh: "没有入账的款项,不能退款。", en: "No money has come in for it, so that none can go back." },
  },
  "nothing-to-refund": {
    status: 409,
    title: { zh: "没有可退的税款", en: "Nothing is left to give back" },
    detail: { zh: "该缴款单的税款已全部退还。", en: "All that was paid on it has been given back." },
  },
  "refund-too-large": {
    status: 409,
    title: { zh: "退款超过已缴税款", en: "More than was paid cannot go back" },
    detail: { zh: "退款金额大于该税种未退的部分。", en: "The refund is larger than what is left of that tax." },
  },
  "day-not-available": {
    status: 503,
    title: { zh: "暂时取不到该日账单", en: "The account of that day cannot be had yet" },
    detail: {
      zh: "支付机构没有答复或账单不完整,稍后自动重试。",
      en: "The wallet does not answer, or its file is altered. It is asked again by itself.",
    },
  },
} as const satisfies ProblemDefinitions;

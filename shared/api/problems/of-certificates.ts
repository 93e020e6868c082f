import type { ProblemDefinitions } from "./definition.ts";

/** What the look-up of certificates, and files of cases and companies, refuse. */
export const problemsOfCertificates = {
  "certificate-code-mistyped": {
    status: 404,
    title: { zh: "防伪码输入有误", en: "The code is mistyped" },
    detail: {
      zh: "防伪码由16个字母和数字组成,至少有一个字符有误。请对照证明重新输入,或扫描二维码。",
      en: "A code has 16 letters and digits, and at least one of these is wrong. Compare it with the paper, or scan the QR code.",
    },
  },
  "certificate-not-found": {
    status: 404,
    title: { zh: "没有这份证明", en: "There is no such certificate" },
    detail: {
      zh: "从未开具过使用该防伪码的证明。如果证明上印有此码,该证明不是税务机关开具的。",
      en: "No certificate was ever issued under this code. A paper that bears it is not ours.",
    },
  },
  "certificate-expired": {
    status: 410,
    title: { zh: "防伪码已过有效期", en: "The code has expired" },
    detail: {
      zh: "在线查验和下载的期限已过。已有的文件仍可凭其签名离线验证,长期有效;本人可在办件中重新下载。",
      en: "The time to check and fetch it online is over. A file that one has can still be checked offline, for ever; its holder fetches it from the case.",
    },
  },
  "certificate-revoked": {
    status: 410,
    title: { zh: "该证明已作废", en: "The certificate was revoked" },
    detail: {
      zh: "申报已更正或税款已退还,该证明不再有效。",
      en: "The declaration was corrected or the taxes were refunded: this certificate no longer holds.",
    },
  },
  "certificate-erased": {
    status: 410,
    title: { zh: "持有人信息已依法删除", en: "Its holder was erased" },
    detail: {
      zh: "该证明持有人的个人信息已依法删除,文件无法再下载。已下载的文件仍可凭其签名离线验证。",
      en: "The personal data of its holder was erased by law, and with it the file. A copy that one has can still be checked offline.",
    },
  },
  "too-many-guesses": {
    status: 429,
    title: { zh: "查验次数过多", en: "Too many wrong codes" },
    detail: {
      zh: "从您的网络地址查询了多个不存在的防伪码。请稍后再试。",
      en: "Several codes that do not exist were asked for from your network address. Try again later.",
    },
  },
  "document-not-found": {
    status: 404,
    title: { zh: "没有找到该文书", en: "There is no such document" },
    detail: {
      zh: "没有这份文书,或者它属于另一方。文书在事项办结或税款入库后数秒内生成。",
      en: "There is none of this name, or it is another party's. Documents are made within seconds of the step or the payment.",
    },
  },
  "not-your-company": {
    status: 403,
    title: { zh: "仅限法定代表人和自然人股东", en: "For legal representatives and natural-person shareholders" },
    detail: {
      zh: "按市场监管部门的登记,您不是该企业的法定代表人或自然人股东,或者没有该企业。",
      en: "By the register of enterprises you are neither its legal representative nor a natural person holding shares, or there is no such company.",
    },
  },
  "register-silent": {
    status: 503,
    title: { zh: "市场监管部门暂时没有答复", en: "The register of enterprises does not answer" },
    detail: {
      zh: "无法核实您与企业的关系。请稍后再试。",
      en: "It cannot be asked who you are to the company. Try again later.",
    },
  },
} as const satisfies ProblemDefinitions;

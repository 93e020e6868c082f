import type { Text } from "../kernel/text.ts";

const counter: Text = {
  zh: "请核对后再办;仍有疑问的,可拨打12366,或依法申请行政复议。",
  en: "Check it and come again; in doubt call 12366, or ask for a review as the law allows.",
};

/** What a person does after a refusal, by its code: those that any package may meet, and an authority's own. */
const next: Readonly<Record<string, Text>> = {
  "opener-not-a-party": {
    zh: "请由合同或登记中载明的当事人本人办理,或由其授权的人办理。",
    en: "Let one of the people whom the record names open it, or somebody whom they authorise.",
  },
  "record-not-found": {
    zh: "请核对编号;刚办理网签或登记的,请稍后再试。",
    en: "Check the number; if it was signed or registered a moment ago, try again later.",
  },
  "officer-refused": {
    zh: "请按上述理由更正后再办;不同意的,可依法申请行政复议。",
    en: "Put right what the officer says and come again; if you disagree, ask for a review as the law allows.",
  },
  "authorisation-ended": {
    zh: "需要继续的,请重新申请并授权,或携带材料到办税服务厅办理。",
    en: "To go on, apply and authorise again, or bring your papers to the counter.",
  },
  "contract-cancelled": {
    zh: "重新网签后,用新合同编号办理。",
    en: "Sign a new contract and open a case with its number.",
  },
  "unit-elsewhere": {
    zh: "请到房屋所在地税务机关办理。",
    en: "Declare at the tax office of the place where the home lies.",
  },
  "parties-changed": {
    zh: "请用该合同编号重新申请,由新的当事人授权。",
    en: "Open a new case with the same contract; its people then authorise for themselves.",
  },
  "bills-differ": {
    zh: "请勿缴款,等待税务人员联系;也可拨打12366。",
    en: "Do not pay; an officer will contact you. You may call 12366.",
  },
  "settlement-differs": {
    zh: "请勿再次缴款,等待税务人员核对;也可拨打12366。",
    en: "Do not pay again; an officer examines it. You may call 12366.",
  },
  "refund-differs": {
    zh: "您无需操作,税务人员核对后会与您联系;也可拨打12366。",
    en: "You need not do anything; an officer examines it and will contact you. You may call 12366.",
  },
  "already-declared": {
    zh: "该合同已有办件,请在原办件中继续;内容有误的,在原办件中申请更正。",
    en: "The contract has a case already: go on there, and ask there for a correction if something is wrong.",
  },
  "already-invoiced": {
    zh: "发票已开具,请在原办件中查看;需要换开的,可拨打12366。",
    en: "The invoice is there already, in the first case; to have it replaced, call 12366.",
  },
  "filed-too-early": {
    zh: "请在合同约定的日期到达后再办。",
    en: "Come again when the day has come.",
  },
  "taxes-open": {
    zh: "请先缴清税款,登记机构收到完税信息后再次申请登记。",
    en: "Pay the taxes first; ask for the registration again once the register has been told.",
  },
  seized: {
    zh: "请先办理解除查封,再在本办件中再次申请登记;不再交易的,注销合同后在本办件中申请撤销,已缴税款原路退还。",
    en: "Have the seizure lifted, then ask here for the registration again; if the sale is off, cancel the contract and ask here for the cancellation: the taxes go back.",
  },
  "purchase-not-taxed": {
    zh: "请先缴纳新购住房的契税,再来申请。",
    en: "Pay the deed tax of the purchase first, then apply.",
  },
  "no-sale-found": {
    zh: "如确有出售并缴税的,请拨打12366核对。",
    en: "If you did sell and pay, call 12366 to have it looked for.",
  },
  "no-refund": {
    zh: "请对照上述条件核对;不同意的,可拨打12366,或依法申请行政复议。",
    en: "Compare the conditions above; if you disagree, call 12366 or ask for a review as the law allows.",
  },
  "no-such-sale": {
    zh: "请核对原售房合同,或拨打12366。",
    en: "Check the contract of the sale, or call 12366.",
  },
  "already-refunded": {
    zh: "该笔税款已退还,请查询原缴款账户。",
    en: "The tax has gone back already: look at the account that it was paid from.",
  },
};

/** What to do after a refusal; whatever an authority calls by a name of its own gets the general answer. */
export const nextAfterRefusal = (code: string | undefined): Text =>
  (code === undefined ? undefined : next[code]) ?? counter;

/** The codes that have words of their own. */
export const knownRefusals: readonly string[] = Object.keys(next);

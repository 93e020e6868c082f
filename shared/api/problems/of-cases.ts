import type { ProblemDefinitions } from "./definition.ts";

/** What actions refuse. */
export const problemsOfCases = {
  "case-not-found": {
    status: 404,
    title: { zh: "没有找到该办件", en: "There is no such case" },
    detail: {
      zh: "没有这个编号的办件,或者您不是它的办理人。",
      en: "There is no case of this number, or you are no party to it.",
    },
  },
  "package-not-found": {
    status: 404,
    title: { zh: "没有找到该套餐", en: "There is no such package" },
    detail: {
      zh: "可办理的套餐见 GET /v1/packages。",
      en: "The packages on offer are listed at GET /v1/packages.",
    },
  },
  "case-not-over": {
    status: 409,
    title: { zh: "办件还没有结束", en: "The case is not over" },
    detail: { zh: "办件结束后才请您评价。", en: "How satisfied you were is asked once the case is over." },
  },
  "rated-already": {
    status: 409,
    title: { zh: "您已经评价过", en: "You have rated it already" },
    detail: { zh: "每件事项每人评价一次,谢谢您。", en: "Each person is asked once for each case. Thank you." },
  },
  "step-not-found": {
    status: 404,
    title: { zh: "没有找到该事项", en: "There is no such step" },
    detail: { zh: "该办件没有这个事项。", en: "The case has no step of this name." },
  },
  "step-not-requestable": {
    status: 409,
    title: { zh: "该事项现在不能申请", en: "The step cannot be asked for now" },
    detail: {
      zh: "该事项尚早、已过时限或正在办理。请重新读取办件,「可申请事项」中列出的才能申请。",
      en: "It is too early or too late for it, or it is under way. Read the case again: what can be asked for is listed there.",
    },
  },
  "message-not-found": {
    status: 404,
    title: { zh: "没有这条消息", en: "There is no such message" },
    detail: {
      zh: "该办件没有这个序号的消息给您,请重新读取消息列表。",
      en: "The case has no message of this number for you. Read the list again.",
    },
  },
  "field-not-found": {
    status: 404,
    title: { zh: "没有这个字段", en: "There is no such field" },
    detail: {
      zh: "该办件没有这个被遮蔽的字段,或者它不是单个值。每次只能查看一个字段。",
      en: "The case has no masked field there, or it is not a single value. One field is shown at a time.",
    },
  },
  "authorisation-not-given": {
    status: 409,
    title: { zh: "没有可撤回的授权", en: "There is no authorisation to withdraw" },
    detail: {
      zh: "您没有作出过这项授权,或者已经撤回。",
      en: "You have not given this authorisation, or have withdrawn it already.",
    },
  },
  "belongs-to-case": {
    status: 403,
    title: { zh: "您本人就是该办件的办理人", en: "You belong to this case yourself" },
    detail: {
      zh: "这里供记录中提到、但不是办理人的人提出异议。您可以在办件中撤回授权、申请更正或请税务人员处理。",
      en: "This is for people whom a record names and who are no party. In the case itself you can withdraw your authorisation, ask for a correction, or turn to an officer.",
    },
  },
  "objection-too-late": {
    status: 409,
    title: { zh: "已经申报,异议不能使办理停下", en: "It has been declared: an objection no longer holds it back" },
    detail: {
      zh: "据该记录已经作出申报,申报依法有效。记录有误的,请向保存该记录的部门申请更正;仍有异议的,可向主管税务机关提出。",
      en: "A declaration has been made on this record, and stands by law. If the record is wrong, have it corrected where it is kept; with anything else turn to the tax office.",
    },
  },
  "objected-already": {
    status: 409,
    title: { zh: "您已对这些记录提出过异议", en: "You have objected to these records already" },
    detail: {
      zh: "税务人员正在核实,或者已经答复,结果见 GET /v1/cases/{caseId}/subject-notice。对答复不服的,可依法申请行政复议或者提起诉讼。",
      en: "An officer examines them, or has answered: read GET /v1/cases/{caseId}/subject-notice. Against the answer you may ask for a review or go to court, as the law allows.",
    },
  },
  "step-not-waiting": {
    status: 409,
    title: { zh: "该事项现在不需要答复", en: "The step is not waiting for an answer" },
    detail: {
      zh: "该事项尚未开始,或者已经答复。请重新读取办件查看现状。",
      en: "It has not begun, or it has been answered already. Read the case to see where it stands.",
    },
  },
  "not-your-step": {
    status: 403,
    title: { zh: "该事项由他人答复", en: "Somebody else answers this step" },
    detail: {
      zh: "该事项等待另一方答复,您无需操作。",
      en: "The step waits for another party. You have nothing to do here.",
    },
  },
  "not-your-case": {
    status: 403,
    title: { zh: "您在该办件中无此权限", en: "Your part in this case does not allow this" },
    detail: {
      zh: "例如,只有申请人本人可以撤回办件,只有承办税务机关可以作出决定。",
      en: "Only the person who opened a case can withdraw it, for example, and only its office decides in it.",
    },
  },
  "withdrawal-too-late": {
    status: 409,
    title: { zh: "已不能撤回", en: "It is too late to withdraw" },
    detail: {
      zh: "不可撤销的事项已经开始。如需更正,请联系税务机关。",
      en: "A step that cannot be undone has begun. Ask the tax office if something must be put right.",
    },
  },
  "takeover-too-late": {
    status: 409,
    title: { zh: "已不能接管该判定", en: "It is too late to take this decision over" },
    detail: {
      zh: "后续事项已不可撤销,或正由其他部门办理。请待其办结,或办理更正。",
      en: "What builds on it cannot be undone, or is with an authority now. Wait for its answer, or have it corrected.",
    },
  },
  "step-not-automatic": {
    status: 409,
    title: { zh: "该事项不是系统自动判定", en: "This was not decided by a rule" },
    detail: {
      zh: "只有系统已作出的自动判定可以接管。",
      en: "Only what the system has decided by a rule can be taken over.",
    },
  },
  "case-changed": {
    status: 412,
    title: { zh: "办件已有变化", en: "The case has changed" },
    detail: {
      zh: "您读取之后,办件已被更改。请重新读取,核对后再提交。",
      en: "The case was changed after you read it. Read it again and repeat your step.",
    },
  },
  "case-closed": {
    status: 409,
    title: { zh: "办件已结束", en: "The case is closed" },
    detail: {
      zh: "办件已办结、不予办理或已撤回,不能再更改。",
      en: "The case is completed, refused or withdrawn and takes no more changes.",
    },
  },
  "opening-invalid": {
    status: 422,
    title: { zh: "申请内容有误", en: "The opening facts are not as they should be" },
    detail: {
      zh: "fields 列出了有误的各项。尚未受理。",
      en: "`fields` lists what is wrong. No case was opened.",
    },
  },
  "answers-invalid": {
    status: 422,
    title: { zh: "答复内容有误", en: "The answers are not as they should be" },
    detail: {
      zh: "fields 列出了有误的各项。未作任何更改。",
      en: "`fields` lists what is wrong. Nothing was changed.",
    },
  },
  "facts-invalid": {
    status: 422,
    title: { zh: "事实有误", en: "The facts are not as they should be" },
    detail: { zh: "fields 列出了有误的各项。", en: "`fields` lists what is wrong." },
  },
  "consent-missing": {
    status: 422,
    title: { zh: "需要您同意共享数据", en: "Your consent is needed" },
    detail: {
      zh: "未经您同意,我们不向其他部门查询您的资料。同意后再申请,或到窗口办理。",
      en: "Without your consent we ask no authority about you. Consent and apply again, or apply at a counter.",
    },
  },
  "idempotency-key-reused": {
    status: 422,
    title: { zh: "Idempotency-Key 已用于另一请求", en: "This Idempotency-Key belongs to another request" },
    detail: {
      zh: "同一个键只能用于重发内容相同的请求。新的请求请用新的键。",
      en: "A key may only repeat the very same request. Use a new key for a new one.",
    },
  },
  "claimed-by-another": {
    status: 409,
    title: { zh: "该事项已由同事受理", en: "A colleague has this step in hand" },
    detail: { zh: "请从待办列表另取一项。", en: "Take another one from the queue." },
  },
  "callback-refused": {
    status: 403,
    title: { zh: "回执未被接受", en: "The late answer was not accepted" },
    detail: {
      zh: "回执的令牌与事项不符。请使用受理时给出的地址和令牌。",
      en: "The token does not belong to this step. Use the address and the token that came with the request.",
    },
  },
} as const satisfies ProblemDefinitions;

import type { FunctionName } from "../../functions/functions.ts";
import type { Text } from "../../shared/kernel/text.ts";

/** Whom it hurts when a function does not do its work. A new function must say so, too. */
export const whoIsHurt: Readonly<Record<FunctionName, Text>> = {
  catalogue: {
    zh: "群众看不到办事所需内容，也不能试算房屋交易税款。",
    en: "People cannot see what a package asks of them, nor estimate the tax on a home.",
  },
  "case-reading": {
    zh: "群众查不到自己的办理进度，工作人员看不到待办事项。",
    en: "People cannot see how their case stands, and officers cannot see their queue.",
  },
  "case-changing": {
    zh: "新办纳税人无法开始办理，群众的回答和其他部门的结果也送不进来。",
    en: "Newcomers cannot open a case, and nobody's answers are taken in.",
  },
  "access-log": {
    zh: "群众看不到谁查看过自己的信息，工作人员也看不到被遮蔽的内容，不影响办理。",
    en: "People cannot see who has read their data, nor officers what is masked. Nobody's case is touched.",
  },
  authorisations: {
    zh: "群众无法查看或撤回自己的查询授权。",
    en: "People cannot see or withdraw what they have authorised.",
  },
  "case-sharing": {
    zh: "群众不能委托他人、换设备继续办理、评价或在自助终端上退出，工作人员不能帮办。",
    en: "People cannot let somebody act for them, change devices, rate a case or log out of a kiosk; staff cannot assist.",
  },
  certificates: {
    zh: "凭防伪码查不到证明，用证单位无法核对真伪。",
    en: "Nobody can check a certificate by its code, and those to whom one is shown cannot tell whether it is genuine.",
  },
  documents: {
    zh: "群众取不到自己的完税证明和结果文书。",
    en: "People cannot get their certificates and result documents.",
  },
  "issue-certificates": {
    zh: "税款已缴、事项已办，完税证明和结果文书却没有生成。",
    en: "Taxes are paid and tasks are done, and their certificates and documents are not made.",
  },
  "on-case-change": {
    zh: "其他部门收不到办理结果，下游业务等不到通知。",
    en: "Other bodies are not told what happened in cases, and their part does not begin.",
  },
  "count-speed": {
    zh: "办理速度不再统计，报告和预计用时停在原处，不影响办理。",
    en: "Processing speed is no longer counted: report and expected times stand still. Nobody's case is touched.",
  },
  "expected-time": {
    zh: "群众看不到预计用时，不影响办理。",
    en: "People are not told how long it takes. Nobody's case is touched.",
  },
  "speed-reading": {
    zh: "管理人员看不到办理速度报告，不影响办理。",
    en: "Supervisors cannot read the report of processing speed. Nobody's case is touched.",
  },
  "bill-reading": {
    zh: "群众看不到自己的缴款单和缴款结果。",
    en: "People cannot see their bills, nor whether they are paid.",
  },
  "bill-paying": {
    zh: "群众无法发起缴款。",
    en: "People cannot pay their taxes.",
  },
  "wallet-notices": {
    zh: "群众已付款但迟迟不入账，只能等定时查询补入。",
    en: "People have paid and are not told so: their money is booked only when the clock asks the wallets.",
  },
  reconciliation: {
    zh: "工作人员看不到对账差异，也不能处理。",
    en: "Officers cannot see what differs from the wallets' accounts, nor put it right.",
  },
  "reconcile-payments": {
    zh: "丢失通知的缴款不再补入，退税停住，与支付机构的对账不再进行。",
    en: "Payments whose notice was lost stay unbooked, refunds stand still, and nobody compares with the wallets.",
  },
  "advance-due-cases": {
    zh: "等待其他部门答复的事项停住不动，承诺时限会被错过。",
    en: "Cases that wait for another authority stand still, and promised times are missed.",
  },
};

/** Whom it hurts that a consumer of the stream is late, where that is another harm than that it fails. */
export const whoWaits: Readonly<Partial<Record<FunctionName, Text>>> = {
  "on-case-change": {
    zh: "办理结果晚于十分钟才通知其他部门。",
    en: "Other bodies hear of results more than ten minutes late.",
  },
};

/** Whom it hurts when a figure of the whole service passes its limit. */
export const harmed = {
  spinning: {
    zh: "每一百位群众中有五位每次点击要等三秒以上。",
    en: "Five people in a hundred wait more than three seconds after each tap.",
  },
  refusedByTable: {
    zh: "数据库拒绝写入，群众的办理会变慢或失败。",
    en: "The table turns writes away: people's cases become slow or fail.",
  },
  unusualReads: {
    zh: "有工作人员查看了与其职责无关的人的信息。",
    en: "An official has read the data of somebody with whom they have no business.",
  },
  promisesBroken: {
    zh: "有群众等过了承诺的时间。",
    en: "Somebody has waited beyond the time that was promised to them.",
  },
  nothingDone: {
    zh: "二十四小时内没有办成任何一个事项，群众的办理可能全部停住。",
    en: "Not one step was done in 24 hours: everybody's cases may be standing still.",
  },
  moneyDiffers: {
    zh: "本局账目与支付机构账单不一致，可能有人已缴款而未入账。",
    en: "The ledger and a wallet's account differ: somebody may have paid and not been booked.",
  },
  refundsFail: {
    zh: "有应退税款退不出去，群众收不到退款。",
    en: "Money that is owed back to somebody does not reach them.",
  },
  noticesForged: {
    zh: "大量支付通知未通过验证，可能有人在伪造，或支付机构换了密钥，真正的缴款可能迟入账。",
    en: "Many payment notices fail their check: somebody forges them, or a wallet has changed its key and real payments are booked late.",
  },
  lostNotices: {
    zh: "有办理结果未能通知其他部门，或证明未能生成，须在二十四小时内人工补办。",
    en: "Some results were never told to other bodies, or certificates not made; a person must see to it within 24 hours.",
  },
} as const satisfies Readonly<Record<string, Text>>;

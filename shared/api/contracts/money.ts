import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import { BillList, BillView, PaymentRequest, PaymentStarted } from "../resources/bill.ts";
import { ReconciliationView, RepairReceipt } from "../resources/reconciliation.ts";

const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));
const BillPath = lazily(() => z.strictObject({ caseId: PathName(), billId: PathName() }));
const PaymentPath = lazily(() => z.strictObject({ caseId: PathName(), billId: PathName(), paymentId: PathName() }));

export const listBills = describeRoute({
  name: "listBills",
  summary: { zh: "办件中由本人缴纳的缴款单", en: "The bills of a case that the caller owes, or pays for others" },
  path: CasePath,
  reply: BillList,
  refusals: ["case-not-found"],
});

export const getBill = describeRoute({
  name: "getBill",
  summary: { zh: "一张缴款单:各税种、应缴合计、缴款进展", en: "A bill: tax by tax, what is due today, its payments" },
  path: BillPath,
  reply: BillView,
  refusals: ["case-not-found", "bill-not-found"],
});

export const payBill = describeRoute({
  name: "payBill",
  summary: { zh: "发起缴款(微信、支付宝、银行划缴)", en: "Begins a payment, or hands out again the one under way" },
  path: BillPath,
  bodyIs: "required",
  body: PaymentRequest,
  reply: PaymentStarted,
  statuses: [
    { status: 201, means: "Begun" },
    { status: 200, means: "Under way already; as it stands now" },
  ],
  takesIdempotencyKey: true,
  takesAddress: true,
  refusals: [
    "case-not-found",
    "bill-not-found",
    "step-up-required",
    "idempotency-key-reused",
    "bill-not-open",
    "way-not-offered",
    "too-many-payments",
    "wallet-refused",
    "wallet-silent",
  ],
});

export const abandonPayment = describeRoute({
  name: "abandonPayment",
  summary: { zh: "放弃一次缴款,立即可换其他方式", en: "Leaves a payment; the bill is free at once" },
  path: PaymentPath,
  reply: PaymentStarted,
  takesIdempotencyKey: true,
  refusals: ["case-not-found", "bill-not-found", "payment-not-found"],
});

export const receiveWalletNotice = describeRoute({
  name: "receiveWalletNotice",
  summary: {
    zh: "支付机构的通知,按其原始字节验签",
    en: "A wallet's notice, verified over its very bytes; answered in the wallet's own words",
  },
  path: lazily(() => z.strictObject({ wallet: z.enum(["wechat", "alipay"]) })),
  bodyIs: "bytes",
  replyIs: "bytes",
  reply: lazily(() => z.string()),
  statuses: [
    { status: 200, means: "Taken; Alipay reads from the body whether it was" },
    { status: 401, means: "Not taken, as WeChat Pay wants to be told" },
  ],
  refusals: ["route-not-found"],
});

export const getReconciliation = describeRoute({
  name: "getReconciliation",
  summary: {
    zh: "对账结果与待处理差异",
    en: "How the wallets' accounts compare with the ledger, and what is left to do",
  },
  reply: ReconciliationView,
});

export const repairDifference = describeRoute({
  name: "repairDifference",
  summary: { zh: "按建议处理一项对账差异", en: "Does what a difference proposes, by the same transitions as a notice" },
  path: lazily(() => z.strictObject({ differenceId: PathName() })),
  reply: RepairReceipt,
  takesIdempotencyKey: true,
  refusals: ["difference-not-found", "step-up-required", "repair-by-hand", "payment-stands"],
});

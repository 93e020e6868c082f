import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { type Clock, toMilliseconds } from "../../kernel/instant.ts";
import { chinaTimeWithOffset } from "../china-time.ts";
import type { Closed, DayFile, Opened, Order, OrderState, RefundRequest, RefundState, Wallet } from "../wallet.ts";
import type { Exchange } from "../wire/exchange.ts";
import { rsaSign } from "../wire/rsa.ts";
import { wechatCaller } from "./call.ts";
import { WechatBillAddress, WechatRefund, WechatTransaction } from "./messages.ts";
import { readWechatDay } from "./read-day-file.ts";
import { readWechatNotice } from "./read-notice.ts";
import { type WechatParts, type WechatSettings, wechatParts } from "./settings.ts";

/** WeChat Pay, APIv3. */
export const wechatPay = (settings: WechatSettings, exchange: Exchange, clock: Clock): Wallet => {
  const parts = wechatParts(settings);
  const { call, download } = wechatCaller(parts, exchange, clock);
  const orderPath = (number: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}`;

  return {
    way: "wechat",
    answers: {
      taken: { status: 200, contentType: "application/json", body: `{"code":"SUCCESS","message":"成功"}` },
      refused: { status: 401, contentType: "application/json", body: `{"code":"FAIL","message":"失败"}` },
    },
    async open(order): Promise<Opened> {
      const product = productOf(order);
      const body = { ...orderBody(parts, order), ...product.fields };
      const called = await call("POST", `/v3/pay/transactions/${product.path}`, body, OpenedAnswer);
      if (called.kind !== "answered") return called;
      const { code_url: content, h5_url: url, prepay_id: prepayId } = called.answer;
      if (content !== undefined) return { kind: "opened", offer: { kind: "qr", content } };
      if (url !== undefined) return { kind: "opened", offer: { kind: "page", url } };
      if (prepayId === undefined) return { kind: "silent", reason: "answer-unreadable" };
      return { kind: "opened", offer: { kind: "in-app", fields: inAppFields(parts, prepayId, clock) } };
    },
    async query(number): Promise<OrderState> {
      const path = `${orderPath(number)}?mchid=${encodeURIComponent(parts.merchantId)}`;
      const called = await call("GET", path, undefined, WechatTransaction);
      if (called.kind === "refused" && isUnknown(called.code)) return { kind: "unknown" };
      if (called.kind !== "answered") return called;
      const told = called.answer;
      if (told.mchid !== parts.merchantId || told.appid !== parts.appId || told.out_trade_no !== number) {
        return { kind: "refused", code: "other-order" };
      }
      // REFUND: it was paid, and something of it went back since.
      if (told.trade_state === "SUCCESS" || told.trade_state === "REFUND") {
        const { transaction_id: id, success_time: paidAt, amount } = told;
        if (id === undefined || paidAt === undefined || amount === undefined || amount.currency !== "CNY") {
          return { kind: "silent", reason: "answer-unreadable" };
        }
        return { kind: "paid", transaction: { id, paidAt, amount: amount.total } };
      }
      return { kind: told.trade_state === "CLOSED" || told.trade_state === "REVOKED" ? "closed" : "unpaid" };
    },
    async close(number): Promise<Closed> {
      const called = await call("POST", `${orderPath(number)}/close`, { mchid: parts.merchantId }, z.unknown());
      if (called.kind === "answered") return { kind: "closed" };
      if (called.kind === "refused" && called.code === "ORDERPAID") return { kind: "paid" };
      if (called.kind === "refused" && (called.code === "ORDERCLOSED" || called.code === "ORDER_CLOSED")) {
        return { kind: "closed" };
      }
      return called.kind === "refused" && isUnknown(called.code) ? { kind: "unknown" } : called;
    },
    async refund(request): Promise<RefundState> {
      const called = await call("POST", "/v3/refund/domestic/refunds", refundBody(parts, request), WechatRefund);
      return called.kind === "answered" ? refundState(called.answer, request) : called;
    },
    async queryRefund(request): Promise<RefundState> {
      const path = `/v3/refund/domestic/refunds/${encodeURIComponent(request.number)}`;
      const called = await call("GET", path, undefined, WechatRefund);
      if (called.kind === "refused" && isUnknown(called.code)) return { kind: "unknown" };
      return called.kind === "answered" ? refundState(called.answer, request) : called;
    },
    readNotice: (raw, now) => readWechatNotice(parts, raw, now),
    async downloadDay(day): Promise<DayFile> {
      const path = `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL`;
      const called = await call("GET", path, undefined, WechatBillAddress);
      if (called.kind === "refused" && called.code === "NO_STATEMENT_EXIST") return { kind: "none" };
      if (called.kind !== "answered") return called;
      const file = await download(called.answer.download_url);
      if (file.kind !== "answered") return file;
      const hash = createHash("sha1").update(file.answer).digest("hex");
      if (hash !== called.answer.hash_value.toLowerCase()) return { kind: "altered" };
      const lines = readWechatDay(file.answer.toString("utf8"));
      return lines === undefined ? { kind: "silent", reason: "answer-unreadable" } : { kind: "lines", lines };
    },
  };
};

const OpenedAnswer = z.object({
  code_url: z.string().optional(),
  h5_url: z.url({ protocol: /^https?$/ }).optional(),
  prepay_id: z.string().optional(),
});

const isUnknown = (code: string): boolean =>
  code === "ORDERNOTEXIST" || code === "ORDER_NOT_EXIST" || code === "RESOURCE_NOT_EXISTS";

const orderBody = (parts: WechatParts, order: Order) => ({
  appid: parts.appId,
  mchid: parts.merchantId,
  description: order.subject,
  out_trade_no: order.number,
  time_expire: chinaTimeWithOffset(order.closesAt),
  notify_url: parts.notifyUrl,
  amount: { total: order.amount, currency: "CNY" },
});

const productOf = (order: Order): { readonly path: string; readonly fields: object } => {
  if (order.product === "h5") {
    const scene = { payer_client_ip: order.payerAddress ?? "127.0.0.1", h5_info: { type: "Wap" } };
    return { path: "h5", fields: { scene_info: scene } };
  }
  if (order.product === "in-app") return { path: "jsapi", fields: { payer: { openid: order.openId ?? "" } } };
  return { path: "native", fields: {} };
};

/** What the wallet's own JavaScript is called with; signed by us, so that a page cannot change it. */
const inAppFields = (parts: WechatParts, prepayId: string, clock: Clock): Record<string, string> => {
  const timeStamp = String(Math.floor(toMilliseconds(clock()) / 1000));
  const nonceStr = randomBytes(16).toString("hex");
  const packed = `prepay_id=${prepayId}`;
  const paySign = rsaSign(parts.merchantKey, `${parts.appId}\n${timeStamp}\n${nonceStr}\n${packed}\n`);
  return { appId: parts.appId, timeStamp, nonceStr, package: packed, signType: "RSA", paySign };
};

const refundBody = (parts: WechatParts, request: RefundRequest) => ({
  out_trade_no: request.orderNumber,
  out_refund_no: request.number,
  reason: request.reason,
  notify_url: parts.notifyUrl,
  amount: { refund: request.amount, total: request.paid, currency: "CNY" },
});

const refundState = (told: z.infer<typeof WechatRefund>, request: RefundRequest): RefundState => {
  if (told.out_refund_no !== request.number || told.amount.refund !== request.amount) {
    return { kind: "refused", code: "other-refund" };
  }
  if (told.status === "PROCESSING") return { kind: "accepted", reference: told.refund_id };
  if (told.status !== "SUCCESS") return { kind: "failed", code: told.status };
  return told.success_time === undefined
    ? { kind: "silent", reason: "answer-unreadable" }
    : { kind: "paid", reference: told.refund_id, paidAt: told.success_time };
};

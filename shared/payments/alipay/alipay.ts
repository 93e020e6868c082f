import * as z from "zod";
import { formatYuan, yuan } from "../../kernel/fen.ts";
import type { Clock } from "../../kernel/instant.ts";
import { chinaTime, readChinaTime } from "../china-time.ts";
import type { Closed, DayFile, Opened, Order, OrderState, RefundRequest, RefundState, Wallet } from "../wallet.ts";
import type { Exchange } from "../wire/exchange.ts";
import { alipayCaller } from "./call.ts";
import { readAlipayDay } from "./read-day-file.ts";
import { readAlipayNotice } from "./read-notice.ts";
import { type AlipaySettings, alipayParts } from "./settings.ts";

const Moment = z.string().transform((text, context) => {
  const moment = readChinaTime(text);
  if (moment !== undefined) return moment;
  context.addIssue({ code: "custom", message: "Not a moment in China" });
  return z.NEVER;
});
const Yuan = z
  .string()
  .regex(/^\d{1,11}(?:\.\d{1,2})?$/)
  .transform(yuan);

const Precreated = z.object({ out_trade_no: z.string(), qr_code: z.string() });
const Trade = z.object({
  out_trade_no: z.string(),
  trade_no: z.string(),
  trade_status: z.enum(["WAIT_BUYER_PAY", "TRADE_CLOSED", "TRADE_SUCCESS", "TRADE_FINISHED"]),
  total_amount: Yuan,
  /** Only of a trade that was paid, also when it was refunded since. */
  send_pay_date: Moment.optional(),
});
const Refunded = z.object({ out_trade_no: z.string(), trade_no: z.string() });
const RefundTold = z.object({
  out_trade_no: z.string().optional(),
  trade_no: z.string().optional(),
  out_request_no: z.string().optional(),
  refund_amount: Yuan.optional(),
  refund_status: z.string().optional(),
  gmt_refund_pay: Moment.optional(),
});
const BillAddress = z.object({ bill_download_url: z.url() });

/** Alipay, through its gateway, signed with RSA2. */
export const alipay = (settings: AlipaySettings, exchange: Exchange, clock: Clock): Wallet => {
  const parts = alipayParts(settings);
  const { call, download, pageOf, appTextOf } = alipayCaller(parts, exchange, clock);

  const queryRefund = async (request: RefundRequest): Promise<RefundState> => {
    const content = {
      out_trade_no: request.orderNumber,
      out_request_no: request.number,
      query_options: ["gmt_refund_pay"],
    };
    const called = await call("alipay.trade.fastpay.refund.query", content, RefundTold);
    if (called.kind === "refused" && called.code === "ACQ.TRADE_NOT_EXIST") return { kind: "unknown" };
    if (called.kind !== "answered") return called;
    const told = called.answer;
    // An answer without an amount: Alipay has no such refund.
    if (told.refund_amount === undefined || told.trade_no === undefined) return { kind: "unknown" };
    if (told.out_request_no !== request.number || told.refund_amount !== request.amount) {
      return { kind: "refused", code: "other-refund" };
    }
    if (told.refund_status !== "REFUND_SUCCESS" || told.gmt_refund_pay === undefined) {
      return { kind: "accepted", reference: told.trade_no };
    }
    return { kind: "paid", reference: told.trade_no, paidAt: told.gmt_refund_pay };
  };

  return {
    way: "alipay",
    answers: {
      taken: { status: 200, contentType: "text/plain", body: "success" },
      refused: { status: 200, contentType: "text/plain", body: "failure" },
    },
    async open(order): Promise<Opened> {
      const content = orderContent(parts.sellerId, order);
      if (order.product === "h5") {
        const url = pageOf("alipay.trade.wap.pay", { ...content, product_code: "QUICK_WAP_WAY" });
        return { kind: "opened", offer: { kind: "page", url } };
      }
      if (order.product === "in-app") {
        const orderString = appTextOf("alipay.trade.app.pay", { ...content, product_code: "QUICK_MSECURITY_PAY" });
        return { kind: "opened", offer: { kind: "in-app", fields: { orderString } } };
      }
      const called = await call("alipay.trade.precreate", content, Precreated, true);
      if (called.kind !== "answered") return called;
      if (called.answer.out_trade_no !== order.number) return { kind: "refused", code: "other-order" };
      return { kind: "opened", offer: { kind: "qr", content: called.answer.qr_code } };
    },
    async query(number): Promise<OrderState> {
      const called = await call("alipay.trade.query", { out_trade_no: number }, Trade);
      if (called.kind === "refused" && called.code === "ACQ.TRADE_NOT_EXIST") return { kind: "unknown" };
      if (called.kind !== "answered") return called;
      const told = called.answer;
      if (told.out_trade_no !== number) return { kind: "refused", code: "other-order" };
      if (told.send_pay_date !== undefined && told.trade_status !== "WAIT_BUYER_PAY") {
        const transaction = { id: told.trade_no, amount: told.total_amount, paidAt: told.send_pay_date };
        return { kind: "paid", transaction };
      }
      return { kind: told.trade_status === "WAIT_BUYER_PAY" ? "unpaid" : "closed" };
    },
    async close(number): Promise<Closed> {
      const called = await call("alipay.trade.close", { out_trade_no: number }, z.unknown());
      if (called.kind === "answered") return { kind: "closed" };
      if (called.kind === "refused" && called.code === "ACQ.TRADE_NOT_EXIST") return { kind: "unknown" };
      // Either paid or closed before: the query tells which.
      if (called.kind === "refused" && called.code === "ACQ.TRADE_STATUS_ERROR") {
        const state = await this.query(number);
        return state.kind === "paid" || state.kind === "closed" ? { kind: state.kind } : called;
      }
      return called;
    },
    async refund(request): Promise<RefundState> {
      const content = {
        out_trade_no: request.orderNumber,
        out_request_no: request.number,
        refund_amount: formatYuan(request.amount),
        refund_reason: request.reason,
      };
      const called = await call("alipay.trade.refund", content, Refunded);
      if (called.kind !== "answered") return called;
      // Its own answer names no time of payment and only the sum of all refunds.
      return queryRefund(request);
    },
    queryRefund,
    readNotice: (raw, now) => readAlipayNotice(parts, raw, now),
    async downloadDay(day): Promise<DayFile> {
      const content = { bill_type: "trade", bill_date: day };
      const called = await call("alipay.data.dataservice.bill.downloadurl.query", content, BillAddress);
      if (called.kind === "refused" && called.code.toLowerCase().includes("bill_not_exist")) return { kind: "none" };
      if (called.kind !== "answered") return called;
      const file = await download(called.answer.bill_download_url);
      if (file.kind !== "answered") return file;
      const lines = readAlipayDay(file.answer);
      return lines === undefined ? { kind: "altered" } : { kind: "lines", lines };
    },
  };
};

const orderContent = (sellerId: string, order: Order) => ({
  out_trade_no: order.number,
  seller_id: sellerId,
  total_amount: formatYuan(order.amount),
  subject: order.subject,
  time_expire: chinaTime(order.closesAt),
});

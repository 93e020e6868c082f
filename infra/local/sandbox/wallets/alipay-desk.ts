import { createHash, createVerify, type KeyObject, sign } from "node:crypto";
import { z } from "zod";
import { alipayDayFile } from "./alipay-day-file.ts";
import {
  china,
  type DeskReply,
  type DeskRequest,
  inFen,
  inYuan,
  type WalletDesk,
  type WalletOperation,
} from "./desk.ts";
import type { OrderBook, WalletOrder, WalletRefund } from "./order-book.ts";

export interface AlipayDeskOptions {
  readonly book: OrderBook;
  readonly appId: string;
  readonly sellerId: string;
  readonly merchantKey: KeyObject;
  readonly key: KeyObject;
  readonly clock: () => number;
  readonly url: () => string;
}

const Yuan = z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/);
const OrderForm = z.object({
  out_trade_no: z.string().regex(/^[0-9A-Za-z_]{1,64}$/),
  seller_id: z.string().optional(),
  total_amount: Yuan,
  subject: z.string().min(1).max(256),
  time_expire: z.string().optional(),
});
const RefundForm = z.object({ out_trade_no: z.string(), out_request_no: z.string(), refund_amount: Yuan });
const About = z.object({ out_trade_no: z.string(), out_request_no: z.string().optional() });

const operations: Readonly<Record<string, WalletOperation>> = {
  "alipay.trade.query": "query",
  "alipay.trade.close": "close",
  "alipay.trade.refund": "refund",
  "alipay.trade.fastpay.refund.query": "refund-query",
  "alipay.data.dataservice.bill.downloadurl.query": "day",
};

class Trouble extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Alipay's gateway as its documents describe it: codes, pages, query, close, refunds, daily bill. */
export const alipayDesk = (options: AlipayDeskOptions): WalletDesk => {
  const { book, clock } = options;
  const files = new Map<string, Buffer>();

  const answer = (method: string, content: object): DeskReply => {
    // Signed are the very bytes of the content as they stand in the answer.
    const text = JSON.stringify(content);
    const signature = sign("sha256", Buffer.from(text), options.key).toString("base64");
    const body = `{"${method.replaceAll(".", "_")}_response":${text},"sign":"${signature}"}`;
    return { status: 200, headers: { "content-type": "application/json;charset=utf-8" }, body: Buffer.from(body) };
  };

  const isSigned = (parameters: URLSearchParams): boolean => {
    const named = [...parameters].filter(([name, value]) => name !== "sign" && value !== "");
    const text = named
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join("&");
    return createVerify("sha256")
      .update(text)
      .verify(options.merchantKey, parameters.get("sign") ?? "", "base64");
  };

  const order = (number: string): WalletOrder => {
    const found = book.find(number);
    // A code that nobody has scanned is no trade yet.
    if (found === undefined || found.state === "made") throw new Trouble("ACQ.TRADE_NOT_EXIST");
    return found;
  };

  const make = (form: z.infer<typeof OrderForm>, product: WalletOrder["product"], notifyUrl: string): WalletOrder => {
    if (form.seller_id !== undefined && form.seller_id !== options.sellerId) throw new Trouble("ACQ.INVALID_PARAMETER");
    const earlier = book.find(form.out_trade_no);
    const amount = inFen(form.total_amount);
    if (earlier?.state === "paid") throw new Trouble("ACQ.TRADE_HAS_SUCCESS");
    if (earlier?.state === "closed") throw new Trouble("ACQ.TRADE_HAS_CLOSE");
    if (earlier && earlier.amount !== amount) throw new Trouble("ACQ.CONTEXT_INCONSISTENT");
    const token = createHash("sha256").update(form.out_trade_no).digest("hex").slice(0, 22);
    const expire =
      form.time_expire === undefined ? Number.NaN : Date.parse(`${form.time_expire.replace(" ", "T")}+08:00`);
    return book.put({
      number: form.out_trade_no,
      amount,
      state: "made",
      product,
      content: `https://qr.alipay.com/bax${token}`,
      closesAt: Number.isNaN(expire) ? clock() + 7_200_000 : expire,
      notifyUrl,
      refunds: [],
    });
  };

  const refund = (form: z.infer<typeof RefundForm>): object => {
    const paid = order(form.out_trade_no);
    if (paid.state !== "paid") throw new Trouble("ACQ.TRADE_STATUS_ERROR");
    const amount = inFen(form.refund_amount);
    const earlier = paid.refunds.find(({ number }) => number === form.out_request_no);
    if (earlier && earlier.amount !== amount) throw new Trouble("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    const back = paid.refunds.reduce((sum, each) => sum + each.amount, 0);
    if (!earlier && back + amount > paid.amount) throw new Trouble("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    const at = Math.floor(clock() / 1000) * 1000;
    const made: WalletRefund = { number: form.out_request_no, id: form.out_request_no, amount, state: "done", at };
    if (!earlier) book.put({ ...paid, refunds: [...paid.refunds, made] });
    const total = inYuan(earlier ? back : back + amount);
    return {
      code: "10000",
      msg: "Success",
      out_trade_no: paid.number,
      trade_no: paid.transaction?.id,
      fund_change: earlier ? "N" : "Y",
      refund_fee: total,
    };
  };

  const run = (method: string, content: unknown, notifyUrl: string): object => {
    switch (method) {
      case "alipay.trade.precreate": {
        const made = make(OrderForm.parse(content), "qr", notifyUrl);
        return { code: "10000", msg: "Success", out_trade_no: made.number, qr_code: made.content };
      }
      case "alipay.trade.query": {
        const found = order(About.parse(content).out_trade_no);
        const isBack = found.refunds.reduce((sum, each) => sum + each.amount, 0) >= found.amount;
        const isOver = found.state === "closed" || isBack || (found.state === "scanned" && clock() >= found.closesAt);
        return {
          code: "10000",
          msg: "Success",
          out_trade_no: found.number,
          trade_no: found.transaction?.id ?? "unpaid",
          trade_status: isOver ? "TRADE_CLOSED" : found.state === "paid" ? "TRADE_SUCCESS" : "WAIT_BUYER_PAY",
          total_amount: inYuan(found.amount),
          ...(found.transaction && { send_pay_date: china(found.transaction.at) }),
        };
      }
      case "alipay.trade.close": {
        const found = order(About.parse(content).out_trade_no);
        if (found.state === "paid" || found.state === "closed") throw new Trouble("ACQ.TRADE_STATUS_ERROR");
        book.put({ ...found, state: "closed" });
        return { code: "10000", msg: "Success", out_trade_no: found.number };
      }
      case "alipay.trade.refund":
        return refund(RefundForm.parse(content));
      case "alipay.trade.fastpay.refund.query": {
        const form = About.parse(content);
        const found = order(form.out_trade_no);
        const back = found.refunds.find(({ number }) => number === form.out_request_no);
        if (back === undefined) return { code: "10000", msg: "Success" };
        return {
          code: "10000",
          msg: "Success",
          out_trade_no: found.number,
          trade_no: found.transaction?.id,
          out_request_no: back.number,
          refund_amount: inYuan(back.amount),
          total_amount: inYuan(found.amount),
          refund_status: "REFUND_SUCCESS",
          gmt_refund_pay: china(back.at ?? clock()),
        };
      }
      case "alipay.data.dataservice.bill.downloadurl.query": {
        const { bill_date: day } = z.object({ bill_date: z.iso.date() }).parse(content);
        const file = alipayDayFile(book, day, options.sellerId);
        if (file === undefined) throw new Trouble("isp.bill_not_exist");
        files.set(day, file);
        return {
          code: "10000",
          msg: "Success",
          bill_download_url: `${options.url()}/downloadBillFile.resource?d=${day}`,
        };
      }
      default:
        throw new Trouble("isv.invalid-method");
    }
  };

  return {
    operationOf: ({ method, path, search, body }) => {
      if (path === "/downloadBillFile.resource") return "file";
      const called = new URLSearchParams(method === "POST" ? body : search).get("method") ?? "";
      return operations[called] ?? "open";
    },
    handle({ method: verb, path, search, body }: DeskRequest): DeskReply {
      if (path === "/downloadBillFile.resource") {
        const file = files.get(new URLSearchParams(search).get("d") ?? "");
        return {
          status: file ? 200 : 404,
          headers: { "content-type": "application/zip" },
          body: file ?? Buffer.alloc(0),
        };
      }
      const parameters = new URLSearchParams(verb === "POST" ? body : search);
      const method = parameters.get("method") ?? "";
      const failed = (code: string) => answer(method, { code: "40004", msg: "Business Failed", sub_code: code });
      if (parameters.get("app_id") !== options.appId) return failed("isv.invalid-app-id");
      if (!isSigned(parameters)) return failed("isv.invalid-signature");
      try {
        return answer(
          method,
          run(method, JSON.parse(parameters.get("biz_content") ?? ""), parameters.get("notify_url") ?? ""),
        );
      } catch (cause) {
        return failed(cause instanceof Trouble ? cause.code : "ACQ.INVALID_PARAMETER");
      }
    },
    pay(content) {
      if (content.startsWith("https://qr.alipay.com/")) {
        const found = book.findByContent(content);
        return found ? book.pay(found.number, clock()) : { kind: "no", reason: "unknown" };
      }
      // A page, or what the app was handed: it is our caller's signed request, which the payer brings along.
      const parameters = new URLSearchParams(content.slice(content.indexOf("?") + 1));
      if (!isSigned(parameters)) return { kind: "no", reason: "unknown" };
      const form = OrderForm.parse(JSON.parse(parameters.get("biz_content") ?? ""));
      try {
        if (!book.find(form.out_trade_no)) make(form, "h5", parameters.get("notify_url") ?? "");
      } catch {
        return { kind: "no", reason: "closed" };
      }
      return book.pay(form.out_trade_no, clock());
    },
    letterOf(paid, back) {
      const fields: Record<string, string> = {
        app_id: options.appId,
        auth_app_id: options.appId,
        seller_id: options.sellerId,
        charset: "utf-8",
        version: "1.0",
        notify_id: book.nextId(clock()),
        notify_type: "trade_status_sync",
        notify_time: china(clock()),
        trade_no: paid.transaction?.id ?? "",
        out_trade_no: paid.number,
        subject: "税款",
        total_amount: inYuan(paid.amount),
        receipt_amount: inYuan(paid.amount),
        trade_status: "TRADE_SUCCESS",
        gmt_create: china(paid.transaction?.at ?? clock()),
        gmt_payment: china(paid.transaction?.at ?? clock()),
        ...(back && { refund_fee: inYuan(back.amount), out_biz_no: back.number, gmt_refund: `${china(clock())}.000` }),
      };
      const text = Object.keys(fields)
        .sort()
        .map((name) => `${name}=${fields[name]}`)
        .join("&");
      const signature = sign("sha256", Buffer.from(text), options.key).toString("base64");
      const body = String(new URLSearchParams({ ...fields, sign_type: "RSA2", sign: signature }));
      const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
      return { url: paid.notifyUrl, headers, body: Buffer.from(body) };
    },
    isTaken: (status, body) => status === 200 && body === "success",
  };
};

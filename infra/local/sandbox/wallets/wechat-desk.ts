import { createCipheriv, createHash, createVerify, type KeyObject, randomBytes, sign } from "node:crypto";
import { z } from "zod";
import { china, type DeskReply, type DeskRequest, type WalletDesk } from "./desk.ts";
import type { OrderBook, WalletOrder, WalletRefund } from "./order-book.ts";
import { wechatDayFile } from "./wechat-day-file.ts";

export interface WechatDeskOptions {
  readonly book: OrderBook;
  readonly appId: string;
  readonly merchantId: string;
  readonly merchantSerial: string;
  readonly merchantKey: KeyObject;
  readonly apiKey: string;
  readonly serial: string;
  readonly key: KeyObject;
  readonly clock: () => number;
  /** Where it listens; known once it does. */
  readonly url: () => string;
}

const OrderForm = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[0-9A-Za-z_\-|*]{6,32}$/),
  time_expire: z.iso.datetime({ offset: true }).optional(),
  notify_url: z.url(),
  amount: z.object({ total: z.number().int().min(1), currency: z.literal("CNY").optional() }),
});
const RefundForm = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().min(1).max(64),
  notify_url: z.url().optional(),
  amount: z.object({ refund: z.number().int().min(1), total: z.number().int(), currency: z.literal("CNY") }),
});

/** WeChat Pay (APIv3) as its documents describe it: native, H5 and JSAPI orders, query, close, refunds, daily bill. */
export const wechatDesk = (options: WechatDeskOptions): WalletDesk => {
  const { book, clock } = options;
  const files = new Map<string, Buffer>();

  const signed = (status: number, content?: unknown): DeskReply => {
    const body = Buffer.from(content === undefined ? "" : JSON.stringify(content));
    return { status, headers: { "content-type": "application/json", ...signatureHeaders(body) }, body };
  };
  const problem = (status: number, code: string, message: string) => signed(status, { code, message });

  const signatureHeaders = (body: Buffer): Record<string, string> => {
    const timestamp = String(Math.floor(clock() / 1000));
    const nonce = randomBytes(16).toString("hex");
    const text = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from("\n")]);
    return {
      "wechatpay-timestamp": timestamp,
      "wechatpay-nonce": nonce,
      "wechatpay-serial": options.serial,
      "wechatpay-signature": sign("sha256", text, options.key).toString("base64"),
      "wechatpay-signature-type": "WECHATPAY2-SHA256-RSA2048",
    };
  };

  const isAuthorized = ({ method, path, search, headers, body }: DeskRequest): boolean => {
    const fields = Object.fromEntries(
      [...(headers.authorization ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value ?? ""]),
    );
    if (!headers.authorization?.startsWith("WECHATPAY2-SHA256-RSA2048 ")) return false;
    if (fields.mchid !== options.merchantId || fields.serial_no !== options.merchantSerial) return false;
    if (Math.abs(clock() / 1000 - Number(fields.timestamp)) > 300) return false;
    const text = `${method}\n${path}${search}\n${fields.timestamp}\n${fields.nonce_str}\n${body}\n`;
    return createVerify("sha256")
      .update(text)
      .verify(options.merchantKey, fields.signature ?? "", "base64");
  };

  const transactionOf = (order: WalletOrder) => ({
    appid: options.appId,
    mchid: options.merchantId,
    out_trade_no: order.number,
    trade_type: order.product === "qr" ? "NATIVE" : order.product === "h5" ? "MWEB" : "JSAPI",
    trade_state:
      order.state === "paid"
        ? order.refunds.length > 0
          ? "REFUND"
          : "SUCCESS"
        : order.state === "closed" || clock() >= order.closesAt
          ? "CLOSED"
          : "NOTPAY",
    trade_state_desc: order.state === "paid" ? "支付成功" : "订单未支付",
    amount: { total: order.amount, payer_total: order.amount, currency: "CNY", payer_currency: "CNY" },
    ...(order.transaction && {
      transaction_id: order.transaction.id,
      bank_type: "OTHERS",
      success_time: `${china(order.transaction.at).replace(" ", "T")}+08:00`,
      payer: { openid: "sandbox-payer" },
    }),
  });

  const refundOf = (order: WalletOrder, refund: WalletRefund) => ({
    refund_id: refund.id,
    out_refund_no: refund.number,
    transaction_id: order.transaction?.id ?? "",
    out_trade_no: order.number,
    channel: "ORIGINAL",
    user_received_account: "支付用户零钱",
    create_time: `${china(clock()).replace(" ", "T")}+08:00`,
    status: refund.state === "done" ? "SUCCESS" : "PROCESSING",
    ...(refund.at !== undefined && { success_time: `${china(refund.at).replace(" ", "T")}+08:00` }),
    amount: {
      total: order.amount,
      refund: refund.amount,
      payer_total: order.amount,
      payer_refund: refund.amount,
      currency: "CNY",
    },
  });

  const makeOrder = (product: WalletOrder["product"], body: string): DeskReply => {
    const form = OrderForm.safeParse(JSON.parse(body));
    if (!form.success) return problem(400, "PARAM_ERROR", "参数错误");
    const { appid, mchid, out_trade_no: number, amount, notify_url: notifyUrl, time_expire: expire } = form.data;
    if (mchid !== options.merchantId) return problem(400, "MCH_NOT_EXISTS", "商户号不存在");
    if (appid !== options.appId) return problem(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
    const earlier = book.find(number);
    if (earlier?.state === "paid") return problem(400, "ORDERPAID", "该订单已支付");
    if (earlier?.state === "closed") return problem(400, "ORDERCLOSED", "该订单已关闭");
    if (earlier && earlier.amount !== amount.total) return problem(400, "OUT_TRADE_NO_USED", "商户订单号重复");
    const token = createHash("sha256").update(`${product}/${number}`).digest("base64url").slice(0, 12);
    const content =
      product === "qr"
        ? `weixin://wxpay/bizpayurl?pr=${token}`
        : product === "h5"
          ? `${options.url()}/mweb?prepay_id=wx${token}`
          : `wx${token}`;
    const closesAt = expire === undefined ? clock() + 7_200_000 : Date.parse(expire);
    book.put({ number, amount: amount.total, state: "made", product, content, closesAt, notifyUrl, refunds: [] });
    const field = product === "qr" ? "code_url" : product === "h5" ? "h5_url" : "prepay_id";
    return signed(200, { [field]: content });
  };

  const refund = (body: string): DeskReply => {
    const form = RefundForm.safeParse(JSON.parse(body));
    if (!form.success) return problem(400, "PARAM_ERROR", "参数错误");
    const { out_trade_no: orderNumber, out_refund_no: number, amount, notify_url: notifyUrl } = form.data;
    const order = book.find(orderNumber);
    if (order === undefined || order.state !== "paid") return problem(404, "RESOURCE_NOT_EXISTS", "订单不存在");
    const earlier = order.refunds.find((each) => each.number === number);
    if (earlier) {
      if (earlier.amount !== amount.refund) return problem(400, "PARAM_ERROR", "退款金额与之前请求不一致");
      return signed(200, refundOf(order, earlier));
    }
    const back = order.refunds.reduce((sum, each) => sum + each.amount, 0);
    if (amount.total !== order.amount) return problem(400, "PARAM_ERROR", "订单金额不一致");
    if (back + amount.refund > order.amount) return problem(403, "NOT_ENOUGH", "退款金额大于订单可退金额");
    const made: WalletRefund = {
      number,
      id: book.nextId(clock()),
      amount: amount.refund,
      state: "processing",
      ...(notifyUrl !== undefined && { notifyUrl }),
    };
    return signed(200, refundOf(book.put({ ...order, refunds: [...order.refunds, made] }), made));
  };

  /** Refunds take a while; whoever asks again finds it done. */
  const finished = (order: WalletOrder, number: string): { order: WalletOrder; refund: WalletRefund } | undefined => {
    const found = order.refunds.find((each) => each.number === number);
    if (found === undefined) return undefined;
    if (found.state === "done") return { order, refund: found };
    const done: WalletRefund = { ...found, state: "done", at: Math.floor(clock() / 1000) * 1000 };
    const refunds = order.refunds.map((each) => (each.number === number ? done : each));
    return { order: book.put({ ...order, refunds }), refund: done };
  };

  const route = (request: DeskRequest): DeskReply => {
    const { method, path, search, body } = request;
    const query = new URLSearchParams(search);
    const product = /^\/v3\/pay\/transactions\/(native|h5|jsapi)$/.exec(path)?.[1];
    if (method === "POST" && product) {
      return makeOrder(product === "native" ? "qr" : product === "h5" ? "h5" : "in-app", body);
    }
    const about = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+?)(\/close)?$/.exec(path);
    if (about) {
      const order = book.find(decodeURIComponent(about[1] ?? ""));
      if (order === undefined) return problem(404, "ORDER_NOT_EXIST", "订单不存在");
      if (about[2] === undefined) {
        return query.get("mchid") === options.merchantId
          ? signed(200, transactionOf(order))
          : problem(400, "PARAM_ERROR", "参数错误");
      }
      if (order.state === "paid") return problem(400, "ORDERPAID", "该订单已支付");
      book.put({ ...order, state: "closed" });
      return signed(204);
    }
    if (method === "POST" && path === "/v3/refund/domestic/refunds") return refund(body);
    const asked = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(path)?.[1];
    if (asked !== undefined) {
      const number = decodeURIComponent(asked);
      const order = book.find(number.replace(/_R\d+$/, ""));
      const found = order && finished(order, number);
      return found
        ? signed(200, refundOf(found.order, found.refund))
        : problem(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
    }
    if (path === "/v3/bill/tradebill") {
      const day = query.get("bill_date") ?? "";
      const file = wechatDayFile(book, day, options);
      if (file === undefined) return problem(400, "NO_STATEMENT_EXIST", "账单文件不存在");
      files.set(day, file);
      const hash = createHash("sha1").update(file).digest("hex");
      const address = `${options.url()}/v3/billdownload/file?token=${day}`;
      return signed(200, { hash_type: "SHA1", hash_value: hash, download_url: address });
    }
    if (path === "/v3/billdownload/file") {
      const file = files.get(query.get("token") ?? "");
      return file
        ? { status: 200, headers: { "content-type": "text/plain" }, body: file }
        : problem(404, "FILE", "无此文件");
    }
    return problem(404, "RESOURCE_NOT_EXISTS", "无此接口");
  };

  const seal = (content: unknown, associated: string) => {
    const nonce = randomBytes(6).toString("hex");
    const cipher = createCipheriv("aes-256-gcm", Buffer.from(options.apiKey), Buffer.from(nonce));
    cipher.setAAD(Buffer.from(associated));
    const bytes = Buffer.concat([cipher.update(JSON.stringify(content), "utf8"), cipher.final(), cipher.getAuthTag()]);
    return {
      original_type: associated,
      algorithm: "AEAD_AES_256_GCM",
      ciphertext: bytes.toString("base64"),
      associated_data: associated,
      nonce,
    };
  };

  return {
    operationOf: ({ method, path }) => {
      if (path.startsWith("/v3/billdownload")) return "file";
      if (path.startsWith("/v3/bill/")) return "day";
      if (path.startsWith("/v3/refund/")) return method === "POST" ? "refund" : "refund-query";
      if (path.endsWith("/close")) return "close";
      return method === "POST" ? "open" : "query";
    },
    handle(request) {
      if (!isAuthorized(request)) return problem(401, "SIGN_ERROR", "签名错误");
      try {
        return route(request);
      } catch {
        return problem(400, "PARAM_ERROR", "参数错误");
      }
    },
    pay(content) {
      const prepay = /prepay_id=(wx[\w-]+)/.exec(content)?.[1];
      const order = book.findByContent(content) ?? book.findByContent(prepay ?? "");
      return order ? book.pay(order.number, clock()) : { kind: "no", reason: "unknown" };
    },
    letterOf(order, back) {
      const done = back && finished(order, back.number);
      const content = done
        ? { ...refundOf(done.order, done.refund), mchid: options.merchantId, refund_status: "SUCCESS" }
        : { ...transactionOf(order), trade_state: "SUCCESS" };
      const body = Buffer.from(
        JSON.stringify({
          id: `EV-${book.nextId(clock())}`,
          create_time: `${china(clock()).replace(" ", "T")}+08:00`,
          resource_type: "encrypt-resource",
          event_type: back ? "REFUND.SUCCESS" : "TRANSACTION.SUCCESS",
          summary: back ? "退款成功" : "支付成功",
          resource: seal(content, back ? "refund" : "transaction"),
        }),
      );
      const headers = { "content-type": "application/json", ...signatureHeaders(body) };
      return { url: back?.notifyUrl ?? order.notifyUrl, headers, body };
    },
    isTaken: (status) => status === 200 || status === 204,
  };
};

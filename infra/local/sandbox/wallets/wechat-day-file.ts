import { china, inYuan } from "./desk.ts";
import { movementsOn, type OrderBook } from "./order-book.ts";

const columns = [
  "交易时间",
  "公众账号ID",
  "商户号",
  "特约商户号",
  "设备号",
  "微信订单号",
  "商户订单号",
  "用户标识",
  "交易类型",
  "交易状态",
  "付款银行",
  "货币种类",
  "应结订单金额",
  "代金券金额",
  "微信退款单号",
  "商户退款单号",
  "退款金额",
  "充值券退款金额",
  "退款类型",
  "退款状态",
  "商品名称",
  "商户数据包",
  "手续费",
  "费率",
  "订单金额",
  "申请退款金额",
  "费率备注",
];

/** WeChat Pay's account of a day (tradebill, ALL); nothing for a day on which nothing moved. */
export const wechatDayFile = (
  book: OrderBook,
  day: string,
  { appId, merchantId }: { readonly appId: string; readonly merchantId: string },
): Buffer | undefined => {
  const movements = movementsOn(book, day);
  if (movements.length === 0) return undefined;
  const sums = { paid: 0, back: 0 };
  const rows = movements.map(({ order, refund, at }) => {
    if (refund) sums.back += refund.amount;
    else sums.paid += order.amount;
    const amount = inYuan(order.amount);
    const back = refund ? inYuan(refund.amount) : "0.00";
    const fields = [
      china(at),
      appId,
      merchantId,
      "0",
      "",
      order.transaction?.id ?? "",
      order.number,
      "sandbox-payer",
      "NATIVE",
      refund ? "REFUND" : "SUCCESS",
      "OTHERS",
      "CNY",
      refund ? "0.00" : amount,
      "0.00",
      refund?.id ?? "0",
      refund?.number ?? "0",
      back,
      "0.00",
      refund ? "ORIGINAL" : "",
      refund ? "SUCCESS" : "",
      "税款",
      "",
      "0.00000",
      "0.00%",
      refund ? "0.00" : amount,
      back,
      "",
    ];
    return fields.map((field) => `\`${field}`).join(",");
  });
  const totals = [
    String(rows.length),
    inYuan(sums.paid),
    inYuan(sums.back),
    "0.00",
    "0.00000",
    inYuan(sums.paid),
    inYuan(sums.back),
  ];
  const text = [
    columns.join(","),
    ...rows,
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额",
    totals.map((field) => `\`${field}`).join(","),
  ];
  return Buffer.from(`\uFEFF${text.join("\r\n")}\r\n`);
};

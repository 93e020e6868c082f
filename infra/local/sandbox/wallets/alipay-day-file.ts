import { zipSync } from "fflate";
import { china, inYuan } from "./desk.ts";
import { gbk } from "./gbk.ts";
import { movementsOn, type OrderBook } from "./order-book.ts";

const columns =
  "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

/** Alipay's account of a day (type `trade`), zipped; nothing for a day on which nothing moved. */
export const alipayDayFile = (book: OrderBook, day: string, sellerId: string): Buffer | undefined => {
  const movements = movementsOn(book, day);
  if (movements.length === 0) return undefined;
  const sums = { paid: 0, back: 0, payments: 0, refunds: 0 };
  const rows = movements.map(({ order, refund, at }) => {
    if (refund) [sums.back, sums.refunds] = [sums.back + refund.amount, sums.refunds + 1];
    else [sums.paid, sums.payments] = [sums.paid + order.amount, sums.payments + 1];
    const amount = refund ? `-${inYuan(refund.amount)}` : inYuan(order.amount);
    const kind = refund ? "退款" : "交易";
    const id = `${order.transaction?.id ?? ""}\t`;
    return [id, `${order.number}\t`, kind, "税款", china(at), china(at), "", "", "", "", "*户(s***)", amount, amount]
      .concat([refund?.number ?? "", "0.00", "0.00", ""])
      .join(",");
  });
  const details = [
    "#支付宝业务明细查询",
    `#账号:[${sellerId}]`,
    `#起始日期:[${day} 00:00:00]   终止日期:[${day} 24:00:00]`,
    "#-----------------------------------------业务明细列表----------------------------------------",
    columns,
    ...rows,
    "#-----------------------------------------业务明细列表结束------------------------------------",
    `#交易合计:${sums.payments}笔,商家实收共${inYuan(sums.paid)}元,商家优惠共0.00元`,
    `#退款合计:${sums.refunds}笔,商家实收退款共-${inYuan(sums.back)}元,商家优惠退款共0.00元`,
    "",
  ].join("\r\n");
  const zip = zipSync({ "details.csv": gbk(details), "summary.csv": gbk("#支付宝业务汇总查询\r\n") });
  return Buffer.from(zip);
};

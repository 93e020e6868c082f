import { unzipSync } from "fflate";
import { yuan } from "../../kernel/fen.ts";
import { readChinaTime } from "../china-time.ts";
import type { DayLine } from "../wallet.ts";

/**
 * Reads Alipay's account of a day (bill type `trade`): a zip of two GBK tables, of which the one that is no summary lists
 * payments and refunds (as negative amounts) between comment lines; the last comments give the counts. Columns are found
 * by their names.
 *
 * @returns nothing when the file is no such account, or its counts disagree with its lines
 */
export const readAlipayDay = (zip: Buffer): readonly DayLine[] | undefined => {
  const text = detailsIn(zip);
  if (text === undefined) return undefined;
  const rows = text.split(/\r?\n/).filter((row) => row !== "");
  const head = rows.find((row) => row.startsWith("支付宝交易号,"));
  if (head === undefined) return undefined;
  const columns = head.split(",");
  const at = (name: string) => columns.indexOf(name);
  const index = {
    transaction: at("支付宝交易号"),
    order: at("商户订单号"),
    kind: at("业务类型"),
    time: at("完成时间"),
    amount: at("订单金额(元)") >= 0 ? at("订单金额(元)") : at("订单金额（元）"),
    refund: at("退款批次号/请求号"),
  };
  if (Object.values(index).includes(-1)) return undefined;
  const lines: DayLine[] = [];
  for (const row of rows.filter((each) => !each.startsWith("#") && each !== head)) {
    const fields = row.split(",").map((field) => field.trim());
    const field = (position: number) => fields[position] ?? "";
    const moment = readChinaTime(field(index.time));
    if (moment === undefined) return undefined;
    const common = { orderNumber: field(index.order), reference: field(index.transaction), at: moment };
    try {
      const amount = yuan(field(index.amount).replace(/^-/, ""));
      if (field(index.kind) === "交易") lines.push({ kind: "payment", ...common, amount });
      else if (field(index.kind) === "退款") {
        lines.push({ kind: "refund", ...common, refundNumber: field(index.refund), amount });
      } else return undefined;
    } catch {
      return undefined;
    }
  }
  const count = (kind: DayLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  const told = (name: string) => Number(new RegExp(`^#${name}合计[:：](\\d+)笔`, "m").exec(text)?.[1]);
  return told("交易") === count("payment") && told("退款") === count("refund") ? lines : undefined;
};

const detailsIn = (zip: Buffer): string | undefined => {
  try {
    const decoder = new TextDecoder("gbk", { fatal: true });
    return Object.values(unzipSync(zip))
      .map((bytes) => decoder.decode(bytes))
      .find((text) => text.startsWith("#支付宝业务明细查询"));
  } catch {
    return undefined;
  }
};

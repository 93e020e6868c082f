import { yuan } from "../../kernel/fen.ts";
import { readChinaTime } from "../china-time.ts";
import type { DayLine } from "../wallet.ts";

/**
 * Reads WeChat Pay's account of a day (tradebill, ALL): a head line, one line per payment and refund with every field
 * behind a backtick, a head line of totals, the totals. Columns are found by their names; WeChat Pay adds new ones.
 *
 * @returns nothing when the file is no such account, or its totals disagree with its lines
 */
export const readWechatDay = (text: string): readonly DayLine[] | undefined => {
  const rows = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((row) => row !== "");
  const [head = "", ...rest] = rows;
  const columns = head.split(",").map((name) => name.replace(/^`/, ""));
  const at = (name: string) => columns.indexOf(name);
  const index = {
    time: at("交易时间"),
    order: at("商户订单号"),
    transaction: at("微信订单号"),
    state: at("交易状态"),
    amount: at("订单金额"),
    refundNumber: at("商户退款单号"),
    refund: at("微信退款单号"),
    refunded: at("申请退款金额"),
    refundState: at("退款状态"),
  };
  if (Object.values(index).includes(-1)) return undefined;
  const lines: DayLine[] = [];
  const data = rest.filter((row) => row.startsWith("`"));
  const totals = splitRow(data.at(-1) ?? "");
  for (const row of data.slice(0, -1)) {
    const fields = splitRow(row);
    const field = (position: number) => fields[position] ?? "";
    const moment = readChinaTime(field(index.time));
    if (moment === undefined) return undefined;
    const orderNumber = field(index.order);
    try {
      if (field(index.state) === "SUCCESS") {
        const amount = yuan(field(index.amount));
        lines.push({ kind: "payment", orderNumber, reference: field(index.transaction), amount, at: moment });
      } else if (field(index.state) === "REFUND" && field(index.refundState) === "SUCCESS") {
        const amount = yuan(field(index.refunded));
        const refundNumber = field(index.refundNumber);
        lines.push({ kind: "refund", orderNumber, refundNumber, reference: field(index.refund), amount, at: moment });
      }
    } catch {
      return undefined;
    }
  }
  return Number(totals[0]) === data.length - 1 ? lines : undefined;
};

const splitRow = (row: string): readonly string[] => row.slice(1).split(",`");

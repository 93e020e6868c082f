import { type Fen, yuan } from "../../kernel/fen.ts";
import { type Instant, toMilliseconds } from "../../kernel/instant.ts";
import { readChinaTime } from "../china-time.ts";
import type { Notice, NoticeFault, NoticeReading, RawNotice } from "../wallet.ts";
import type { AlipayParts } from "./settings.ts";
import { isFormSigned, readForm } from "./signature.ts";

// Alipay repeats a notice for 25 hours; an older one is a replay. A minute hand's difference is no forgery.
const oldestMilliseconds = 26 * 3_600_000;
const mostSkewMilliseconds = 300_000;

/** Verifies and reads a notice: signature over the raw bytes, clock, seller and app. */
export const readAlipayNotice = (parts: AlipayParts, raw: RawNotice, now: Instant): NoticeReading => {
  const form = readForm(raw.body);
  if (form === undefined) return refuse("unreadable");
  const field = (name: string): string | undefined => form.get(name)?.toString("utf8");
  if (field("sign") === undefined || field("sign_type") === undefined) return refuse("headers-missing");
  if (field("sign_type") !== "RSA2") return refuse("signature-type-unknown");
  if (!isFormSigned(form, parts.walletKey)) return refuse("signature-wrong");
  if (field("charset")?.toLowerCase() !== "utf-8") return refuse("unreadable");
  const sentAt = readChinaTime(field("notify_time") ?? "");
  if (sentAt === undefined) return refuse("unreadable");
  const age = toMilliseconds(now) - toMilliseconds(sentAt);
  if (age > oldestMilliseconds || age < -mostSkewMilliseconds) return refuse("clock-off");
  if (field("app_id") !== parts.appId) return refuse("other-app");
  if (field("seller_id") !== parts.sellerId) return refuse("other-merchant");
  // A refund's notice carries the sum of all refunds of the order, so that it cannot be matched to one of them; each
  // refund is asked about instead.
  if (field("refund_fee") !== undefined || field("gmt_refund") !== undefined) return take({ kind: "nothing" });
  const status = field("trade_status");
  if (status !== "TRADE_SUCCESS" && status !== "TRADE_FINISHED") return take({ kind: "nothing" });
  const orderNumber = field("out_trade_no");
  const id = field("trade_no");
  const paidAt = readChinaTime(field("gmt_payment") ?? "");
  const amount = readYuan(field("total_amount") ?? "");
  if (orderNumber === undefined || id === undefined || paidAt === undefined || amount === undefined) {
    return refuse("unreadable");
  }
  return take({ kind: "paid", orderNumber, transaction: { id, paidAt, amount } });
};

const readYuan = (text: string): Fen | undefined => {
  try {
    return yuan(text);
  } catch {
    return undefined;
  }
};

const refuse = (reason: NoticeFault): NoticeReading => ({ isGenuine: false, reason });
const take = (notice: Notice): NoticeReading => ({ isGenuine: true, notice });

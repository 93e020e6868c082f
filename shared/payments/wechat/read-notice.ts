import type { z } from "zod";
import { type Instant, toMilliseconds } from "../../kernel/instant.ts";
import type { Notice, NoticeFault, NoticeReading, RawNotice } from "../wallet.ts";
import { NoticeEnvelope, WechatRefundNotice, WechatTransaction } from "./messages.ts";
import type { WechatParts } from "./settings.ts";
import { openSealed, signatureFault } from "./signature.ts";

/** Verifies and opens a notice: signature over the raw bytes, serial, clock, cipher, merchant, app and currency. */
export const readWechatNotice = (parts: WechatParts, raw: RawNotice, now: Instant): NoticeReading => {
  const fault = signatureFault(raw.headers, raw.body, parts.walletKeys, toMilliseconds(now));
  if (fault !== undefined) return refuse(fault);
  const envelope = parse(NoticeEnvelope, raw.body.toString("utf8"));
  if (envelope === undefined) return refuse("unreadable");
  if (envelope.resource.algorithm !== "AEAD_AES_256_GCM") return refuse("cipher-unknown");
  let text: string;
  try {
    text = openSealed(parts.apiKey, envelope.resource);
  } catch {
    return refuse("cipher-broken");
  }
  if (envelope.event_type.startsWith("REFUND.")) return readRefund(parts, text);
  if (envelope.event_type !== "TRANSACTION.SUCCESS") return take({ kind: "nothing" });
  return readTransaction(parts, text);
};

const readTransaction = (parts: WechatParts, text: string): NoticeReading => {
  const told = parse(WechatTransaction, text);
  if (told === undefined) return refuse("unreadable");
  if (told.mchid !== parts.merchantId) return refuse("other-merchant");
  if (told.appid !== parts.appId) return refuse("other-app");
  if (told.trade_state !== "SUCCESS") return take({ kind: "nothing" });
  const { transaction_id: id, success_time: paidAt, amount } = told;
  if (id === undefined || paidAt === undefined || amount === undefined) return refuse("unreadable");
  if (amount.currency !== "CNY") return refuse("other-currency");
  return take({ kind: "paid", orderNumber: told.out_trade_no, transaction: { id, paidAt, amount: amount.total } });
};

const readRefund = (parts: WechatParts, text: string): NoticeReading => {
  const told = parse(WechatRefundNotice, text);
  if (told === undefined) return refuse("unreadable");
  if (told.mchid !== parts.merchantId) return refuse("other-merchant");
  const about = { orderNumber: told.out_trade_no, refundNumber: told.out_refund_no };
  if (told.refund_status !== "SUCCESS") return take({ kind: "refund-failed", ...about });
  if (told.success_time === undefined) return refuse("unreadable");
  return take({
    kind: "refunded",
    ...about,
    reference: told.refund_id,
    amount: told.amount.refund,
    paidAt: told.success_time,
  });
};

const refuse = (reason: NoticeFault): NoticeReading => ({ isGenuine: false, reason });
const take = (notice: Notice): NoticeReading => ({ isGenuine: true, notice });

const parse = <Value>(schema: z.ZodType<Value>, text: string): Value | undefined => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

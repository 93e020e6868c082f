import * as z from "zod";
import { type Fen, fen } from "../../kernel/fen.ts";
import { type Instant, toInstant } from "../../kernel/instant.ts";

/* WeChat Pay's messages, as far as we read them. */

const Moment = z.iso.datetime({ offset: true }).transform((text): Instant => toInstant(Date.parse(text)));
const WholeFen = z
  .number()
  .int()
  .min(0)
  .transform((amount): Fen => fen(amount));

export const NoticeEnvelope = z.object({
  id: z.string(),
  event_type: z.string(),
  resource_type: z.string(),
  resource: z.object({
    algorithm: z.string(),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(""),
    original_type: z.string(),
  }),
});

const TradeState = z.enum(["SUCCESS", "REFUND", "NOTPAY", "CLOSED", "REVOKED", "USERPAYING", "PAYERROR", "ACCEPT"]);

/** A transaction, in notices and in answers to queries. What only a paid one has is optional. */
export const WechatTransaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: TradeState,
  transaction_id: z.string().optional(),
  success_time: Moment.optional(),
  amount: z.object({ total: WholeFen, currency: z.string().default("CNY") }).optional(),
});
export type WechatTransaction = z.infer<typeof WechatTransaction>;

export const WechatRefundNotice = z.object({
  mchid: z.string(),
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string(),
  refund_status: z.enum(["SUCCESS", "CLOSED", "ABNORMAL"]),
  success_time: Moment.optional(),
  amount: z.object({ refund: WholeFen }),
});

export const WechatRefund = z.object({
  refund_id: z.string(),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  status: z.enum(["SUCCESS", "CLOSED", "PROCESSING", "ABNORMAL"]),
  success_time: Moment.optional(),
  amount: z.object({ refund: WholeFen }),
});

export const WechatBillAddress = z.object({
  hash_type: z.literal("SHA1"),
  hash_value: z.string(),
  download_url: z.url(),
});

export const WechatProblem = z.object({ code: z.string(), message: z.string().default("") });

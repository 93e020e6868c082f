import * as z from "zod";
import { AlipaySettings } from "./alipay/settings.ts";
import { WechatSettings } from "./wechat/settings.ts";

/**
 * What a bureau is given by its wallets: ids, keys, addresses. One secret holds all of it, as JSON; a wallet that is not in
 * it is not offered. The real ones' in place of the sandbox's, and the product talks to the real ones.
 */
export const WalletAccess = z.object({
  wechat: WechatSettings.omit({ notifyUrl: true }).optional(),
  alipay: AlipaySettings.omit({ notifyUrl: true }).optional(),
});
export type WalletAccess = z.infer<typeof WalletAccess>;

/** Where each wallet sends its notices; the path is that of the route. */
export const noticeUrl = (publicUrl: string, way: "wechat" | "alipay"): string =>
  `${publicUrl}/v1/payments/notices/${way}`;

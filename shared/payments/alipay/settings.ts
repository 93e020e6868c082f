import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { merchantKey, walletKey } from "../wire/rsa.ts";

/** What Alipay gives a merchant, as it stands in the configuration. Pointing at the real one changes only this. */
export const AlipaySettings = z.object({
  /** The gateway, with its path: `https://openapi.alipay.com/gateway.do`. */
  url: z.url({ protocol: /^https?$/ }),
  appId: z.string().min(1),
  /** 2088...: the account that takes the money. */
  sellerId: z.string().min(1),
  merchantKey: z.string().min(1),
  /** Alipay's public key, not ours: its console shows both. */
  walletKey: z.string().min(1),
  notifyUrl: z.url({ protocol: /^https?$/ }),
});
export type AlipaySettings = z.infer<typeof AlipaySettings>;

export interface AlipayParts extends Omit<AlipaySettings, "merchantKey" | "walletKey"> {
  readonly merchantKey: KeyObject;
  readonly walletKey: KeyObject;
}

export const alipayParts = (settings: AlipaySettings): AlipayParts => ({
  ...settings,
  merchantKey: merchantKey(settings.merchantKey),
  walletKey: walletKey(settings.walletKey).key,
});

import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { merchantKey, type WalletKey, walletKey } from "../wire/rsa.ts";

/** What WeChat Pay gives a merchant, as it stands in the configuration. Pointing at the real one changes only this. */
export const WechatSettings = z.object({
  url: z.url({ protocol: /^https?$/ }),
  appId: z.string().min(1),
  merchantId: z.string().min(1),
  /** Of our certificate, with whose key we sign. */
  merchantSerial: z.string().min(1),
  merchantKey: z.string().min(1),
  /** APIv3 key: opens notices. */
  apiKey: z.string().length(32),
  /** WeChat Pay's public key (`PUB_KEY_ID_...`) or its platform certificates, by serial. */
  walletKeys: z.record(z.string(), z.string()),
  notifyUrl: z.url({ protocol: /^https?$/ }),
});
export type WechatSettings = z.infer<typeof WechatSettings>;

export interface WechatParts extends Omit<WechatSettings, "merchantKey" | "walletKeys" | "apiKey"> {
  readonly merchantKey: KeyObject;
  readonly apiKey: Buffer;
  readonly walletKeys: ReadonlyMap<string, WalletKey>;
}

export const wechatParts = (settings: WechatSettings): WechatParts => ({
  ...settings,
  merchantKey: merchantKey(settings.merchantKey),
  apiKey: Buffer.from(settings.apiKey),
  walletKeys: new Map(Object.entries(settings.walletKeys).map(([serial, text]) => [serial, walletKey(text)])),
});

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { join } from "node:path";
import type { AlipaySettings } from "../../../../shared/payments/alipay/settings.ts";
import type { WechatSettings } from "../../../../shared/payments/wechat/settings.ts";
import { alipayDesk } from "./alipay-desk.ts";
import type { WalletDesk } from "./desk.ts";
import { OrderBook } from "./order-book.ts";
import { wechatDesk } from "./wechat-desk.ts";

export interface WalletDesks {
  readonly wechat: { readonly desk: WalletDesk; readonly book: OrderBook; readonly settings: WechatSettings };
  readonly alipay: { readonly desk: WalletDesk; readonly book: OrderBook; readonly settings: AlipaySettings };
}

/** Each side's own keys, in PEM. */
export interface WalletKeys {
  readonly merchant: string;
  readonly wechat: string;
  readonly alipay: string;
}

export const newWalletKeys = (): WalletKeys => {
  const fresh = () => pem(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  return { merchant: fresh(), wechat: fresh(), alipay: fresh() };
};

const pem = (key: KeyObject): string =>
  key.export({ format: "pem", type: key.type === "private" ? "pkcs8" : "spki" }).toString();

/**
 * Both wallets with keys of their own and of one merchant, and the settings with which the product reaches them:
 * settings of the real wallets in their place, and the product talks to those.
 */
export const makeWallets = (options: {
  readonly clock: () => number;
  readonly urls: () => { readonly wechat: string; readonly alipay: string };
  readonly notifyUrl: (way: "wechat" | "alipay") => string;
  /** Fresh ones by default. */
  readonly keys?: WalletKeys;
  /** Where orders are kept; without it they are gone with the process. */
  readonly folder?: string;
}): WalletDesks => {
  const { folder, keys = newWalletKeys() } = options;
  const pair = (text: string) => ({ privateKey: createPrivateKey(text), publicKey: createPublicKey(text) });
  const [merchant, wechat, alipay] = [pair(keys.merchant), pair(keys.wechat), pair(keys.alipay)];
  const fileOf = (name: string) => (folder === undefined ? undefined : join(folder, `${name}.jsonl`));
  const ids = { appId: "wx5a0db0c0ffee0001", merchantId: "1900000001", merchantSerial: "5A0DB0C0FFEE0001" };
  const apiKey = "sandbox-api-v3-key-of-32-letters";
  const serial = "PUB_KEY_ID_0119000000010001";
  const seller = { appId: "9021000000000001", sellerId: "2088000000000001" };
  const books = {
    wechat: new OrderBook("42", fileOf("wechat-pay")),
    alipay: new OrderBook("", fileOf("alipay")),
  };
  const { clock, urls, notifyUrl } = options;
  return {
    wechat: {
      book: books.wechat,
      desk: wechatDesk({
        ...ids,
        book: books.wechat,
        merchantKey: merchant.publicKey,
        apiKey,
        serial,
        key: wechat.privateKey,
        clock,
        url: () => urls().wechat,
      }),
      settings: {
        ...ids,
        url: urls().wechat,
        merchantKey: pem(merchant.privateKey),
        apiKey,
        walletKeys: { [serial]: pem(wechat.publicKey) },
        notifyUrl: notifyUrl("wechat"),
      },
    },
    alipay: {
      book: books.alipay,
      desk: alipayDesk({
        ...seller,
        book: books.alipay,
        merchantKey: merchant.publicKey,
        key: alipay.privateKey,
        clock,
        url: () => urls().alipay,
      }),
      settings: {
        ...seller,
        url: `${urls().alipay}/gateway.do`,
        merchantKey: pem(merchant.privateKey),
        walletKey: pem(alipay.publicKey),
        notifyUrl: notifyUrl("alipay"),
      },
    },
  };
};

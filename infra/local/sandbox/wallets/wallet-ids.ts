/** The two wallets, as the sandbox's control and journals call them. */
export const walletIds = ["wechat-pay", "alipay"] as const;
export type WalletId = (typeof walletIds)[number];

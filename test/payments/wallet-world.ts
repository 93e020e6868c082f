import type { WalletDesk, WalletLetter } from "../../infra/local/sandbox/wallets/desk.ts";
import { makeWallets, newWalletKeys } from "../../infra/local/sandbox/wallets/make-wallets.ts";
import { fen } from "../../shared/kernel/fen.ts";
import { type Instant, toInstant } from "../../shared/kernel/instant.ts";
import { alipay } from "../../shared/payments/alipay/alipay.ts";
import type { Bill } from "../../shared/payments/bill.ts";
import type { BillStore } from "../../shared/payments/bill-store.ts";
import { issueBill } from "../../shared/payments/issue-bill.ts";
import { memoryBillStore } from "../../shared/payments/memory-bill-store.ts";
import type { PaymentLog, Payments } from "../../shared/payments/payments.ts";
import type { RawNotice } from "../../shared/payments/wallet.ts";
import { wechatPay } from "../../shared/payments/wechat/wechat-pay.ts";
import type { Exchange } from "../../shared/payments/wire/exchange.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";

/** Made once: keys take a moment. */
const keys = newWalletKeys();

/** Both wallets, the product's own code towards them, and a clock that stands until it is moved. */
export const walletWorld = (bills: BillStore = memoryBillStore()) => {
  let now = Date.parse("2030-01-31T02:00:00.000Z");
  const silent = new Set<string>();
  const log: PaymentLog[] = [];
  const urls = { wechat: "http://wechat.test", alipay: "http://alipay.test" };
  const wallets = makeWallets({
    clock: () => now,
    urls: () => urls,
    notifyUrl: (way) => `http://bureau.test/${way}`,
    keys,
  });
  const desks: Record<string, WalletDesk> = { "wechat.test": wallets.wechat.desk, "alipay.test": wallets.alipay.desk };
  const exchange: Exchange = async ({ method, url, headers, body = "" }) => {
    if (silent.has(url.hostname)) return { kind: "silent", reason: "timed-out" };
    const desk = desks[url.hostname];
    if (desk === undefined) throw new Error(`nobody at ${url.hostname}`);
    return { kind: "reply", ...desk.handle({ method, path: url.pathname, search: url.search, headers, body }) };
  };
  const clock = (): Instant => toInstant(now);
  const payments: Payments = {
    bills,
    wallets: new Map([
      ["wechat", wechatPay(wallets.wechat.settings, exchange, clock)],
      ["alipay", alipay(wallets.alipay.settings, exchange, clock)],
    ]),
    clock,
    log: (entry) => void log.push(entry),
    subject: "税款",
    certify: async (bill) => `CODE-${bill.id}`,
  };
  return {
    payments,
    wallets,
    log,
    silent,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    read: async (id: string): Promise<Bill> => {
      const bill = await payments.bills.read(id);
      if (bill === undefined) throw new Error(`no bill ${id}`);
      return bill;
    },
  };
};

/** Deed tax of 10,000.00 yuan and stamp duty of 12.34 yuan. */
export const aBill = (payments: Payments, id = "BILL0001", dueOn?: string): Promise<Bill> =>
  issueBill(
    payments.bills,
    {
      id,
      caseId: "case-1",
      payer: "person-1" as PersonKey,
      ...(dueOn !== undefined && { dueOn: dueOn as never }),
      items: [
        { id: "deed-tax", tax: "deed-tax", amount: fen(1_000_000), reference: "A-1" },
        { id: "stamp-duty", tax: "stamp-duty", amount: fen(1_234), reference: "A-2" },
      ],
    },
    payments.clock(),
  );

export const rawNotice = ({ headers, body }: WalletLetter): RawNotice => ({ headers, body });

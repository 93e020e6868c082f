import type { WalletDesk } from "../../../infra/local/sandbox/wallets/desk.ts";
import { makeWallets, type WalletKeys } from "../../../infra/local/sandbox/wallets/make-wallets.ts";
import type { OrderBook, WalletOrder } from "../../../infra/local/sandbox/wallets/order-book.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import { alipay } from "../../../shared/payments/alipay/alipay.ts";
import type { Attempt } from "../../../shared/payments/bill.ts";
import type { BillStore } from "../../../shared/payments/bill-store.ts";
import { issueBill } from "../../../shared/payments/issue-bill.ts";
import { memoryBillStore } from "../../../shared/payments/memory-bill-store.ts";
import type { Payments } from "../../../shared/payments/payments.ts";
import { wechatPay } from "../../../shared/payments/wechat/wechat-pay.ts";
import type { Exchange } from "../../../shared/payments/wire/exchange.ts";
import type { PersonKey } from "../../../shared/people/person-key.ts";
import { Chance } from "./chance.ts";
import { deadlyStore, silentWire, type Weather } from "./unsteady.ts";

export interface Findings {
  notices: number;
  lost: number;
  forged: number;
  forgedTaken: number;
  taken: number;
  /** Of wallets that spoke while we were dead or had not the bill in hand yet: they come again. */
  refusedGenuine: number;
  readonly refusals: Record<string, number>;
}

export interface Town {
  now: number;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly findings: Findings;
  readonly payments: Payments;
  /** The ledger's own table, in which nobody dies. */
  readonly bills: BillStore;
  readonly books: Readonly<Record<"wechat" | "alipay", OrderBook>>;
  readonly desks: Readonly<Record<"wechat" | "alipay", WalletDesk>>;
  readonly impostors: Readonly<Record<"wechat" | "alipay", WalletDesk>>;
  issue(billId: string): Promise<void>;
  orderOf(way: "wechat" | "alipay", attempt: Attempt): WalletOrder | undefined;
  pay(way: "wechat" | "alipay", order: WalletOrder): WalletOrder | undefined;
  anyOrder(way: "wechat" | "alipay"): WalletOrder;
}

/** A bureau, two wallets and an impostor of each, in a clock of their own. */
export const foundTown = (seed: number, keys: { readonly genuine: WalletKeys; readonly forged: WalletKeys }): Town => {
  const chance = new Chance(seed);
  const weather: Weather = {
    chance,
    deaths: 0.02,
    silence: 0.03,
    count: { deaths: 0, silences: 0 },
    isCalm: true,
  };
  const bills = memoryBillStore();
  const findings: Findings = {
    notices: 0,
    lost: 0,
    forged: 0,
    forgedTaken: 0,
    taken: 0,
    refusedGenuine: 0,
    refusals: {},
  };
  const common = {
    clock: () => town.now,
    urls: () => ({ wechat: "http://wechat.test", alipay: "http://alipay.test" }),
    notifyUrl: (way: string) => `http://bureau.test/${way}`,
  };
  const wallets = makeWallets({ ...common, keys: keys.genuine });
  const impostors = makeWallets({ ...common, keys: keys.forged });
  const desks = { wechat: wallets.wechat.desk, alipay: wallets.alipay.desk };
  const hosts: Readonly<Record<string, WalletDesk>> = { "wechat.test": desks.wechat, "alipay.test": desks.alipay };
  const wire: Exchange = async ({ method, url, headers, body = "" }) => {
    const desk = hosts[url.hostname];
    if (desk === undefined) throw new Error(`nobody at ${url.hostname}`);
    return { kind: "reply", ...desk.handle({ method, path: url.pathname, search: url.search, headers, body }) };
  };
  const exchange = silentWire(wire, weather);
  const clock = () => toInstant(town.now);
  const payments: Payments = {
    bills: deadlyStore(bills, weather),
    wallets: new Map([
      ["wechat", wechatPay(wallets.wechat.settings, exchange, clock)],
      ["alipay", alipay(wallets.alipay.settings, exchange, clock)],
    ]),
    clock,
    log: ({ code, reason = "" }) => {
      if (code === "notice-refused") findings.refusals[reason] = (findings.refusals[reason] ?? 0) + 1;
    },
    subject: "税款",
    certify: async ({ id }) => `CODE-${id}`,
    tell: async () => {},
  };
  const books = { wechat: wallets.wechat.book, alipay: wallets.alipay.book };
  const town: Town = {
    now: 0,
    chance,
    weather,
    findings,
    payments,
    bills,
    books,
    desks,
    impostors: { wechat: impostors.wechat.desk, alipay: impostors.alipay.desk },
    async issue(billId) {
      const items = [
        { id: "deed-tax", tax: "deed-tax", amount: fen(1 + chance.below(5_000_000)), reference: billId },
        { id: "income-tax", tax: "income-tax", amount: fen(1 + chance.below(9_000_000)), reference: billId },
      ];
      await issueBill(bills, { id: billId, caseId: `case-${billId}`, payer: "payer" as PersonKey, items }, clock());
    },
    orderOf: (way, { id }) => books[way].find(id),
    pay: (way, order) => {
      const { content } = books[way].find(order.number) ?? order;
      const paid = desks[way].pay(content);
      return paid.kind === "paid" ? paid.order : undefined;
    },
    anyOrder: (way) => ({
      number: "NOBODY02_1",
      amount: 100,
      state: "made",
      product: "qr",
      content: way,
      closesAt: 0,
      notifyUrl: "http://bureau.test",
      refunds: [],
    }),
  };
  return town;
};

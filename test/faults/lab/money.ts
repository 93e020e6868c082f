import type { WalletDesk } from "../../../infra/local/sandbox/wallets/desk.ts";
import { makeWallets, newWalletKeys } from "../../../infra/local/sandbox/wallets/make-wallets.ts";
import type { WalletOrder } from "../../../infra/local/sandbox/wallets/order-book.ts";
import type { Clock } from "../../../shared/kernel/instant.ts";
import { lazily } from "../../../shared/kernel/lazily.ts";
import { alipay } from "../../../shared/payments/alipay/alipay.ts";
import type { Bill, PayWay } from "../../../shared/payments/bill.ts";
import { toBillItem } from "../../../shared/payments/bill-item.ts";
import type { BillStore } from "../../../shared/payments/bill-store.ts";
import { balance, balancesOf, sumOf } from "../../../shared/payments/ledger.ts";
import { memoryBillStore } from "../../../shared/payments/memory-bill-store.ts";
import type { Payments } from "../../../shared/payments/payments.ts";
import type { DifferenceStore } from "../../../shared/payments/reconciliation/difference.ts";
import { memoryDifferenceStore } from "../../../shared/payments/reconciliation/memory-difference-store.ts";
import { wechatPay } from "../../../shared/payments/wechat/wechat-pay.ts";
import type { Exchange } from "../../../shared/payments/wire/exchange.ts";
import type { ProcessLife } from "./process-life.ts";
import { isRead } from "./reached.ts";
import { throttled } from "./table.ts";
import type { VirtualTime } from "./virtual-time.ts";

export const laboratoryWays = ["wechat", "alipay"] as const;
type Way = (typeof laboratoryWays)[number];

const usualMilliseconds = 40;
/** Made once: keys take a moment. */
const keys = lazily(newWalletKeys);

/** The ledger that all processes share, and the wallets outside: every call to either is a point. */
export class VirtualMoney {
  readonly bills: BillStore = memoryBillStore();
  readonly differences: DifferenceStore = memoryDifferenceStore();
  readonly #time: VirtualTime;
  readonly #wallets;
  readonly #issued = new Set<string>();
  readonly #tell: (item: Readonly<Record<string, unknown>>) => void;

  /** @param tell what the table's stream does with a bill that was written */
  constructor(time: VirtualTime, tell: (item: Readonly<Record<string, unknown>>) => void = () => {}) {
    this.#time = time;
    this.#tell = tell;
    this.#wallets = makeWallets({
      clock: () => time.now,
      urls: () => ({ wechat: "http://wechat.test", alipay: "http://alipay.test" }),
      notifyUrl: (way) => `http://bureau.test/${way}`,
      keys: keys(),
    });
  }

  /** The ledger as one process reaches it. */
  billsFor(life: ProcessLife): BillStore {
    const { bills } = this;
    const call = <Result>(name: string, make: () => Promise<Result>): Promise<Result> =>
      life.call("store", name, make, { broken: throttled, readsOnly: isRead(name) });
    const streamed = async <Outcome extends string>(bill: Bill, write: Promise<Outcome>): Promise<Outcome> => {
      const outcome = await write;
      if (outcome === "created" || outcome === "replaced") this.#tell(toBillItem(bill));
      return outcome;
    };
    return {
      create: (bill) => {
        this.#issued.add(bill.id);
        return call("create-bill", () => streamed(bill, bills.create(bill)));
      },
      read: (id) => call("read-bill", () => bills.read(id)),
      replace: (changed, version) => call("replace-bill", () => streamed(changed, bills.replace(changed, version))),
      listDue: (shard, now, limit) => bills.listDue(shard, now, limit),
      keepList: (name, ids, at) => call("keep-bills", () => bills.keepList(name, ids, at)),
      readList: (name) => call("read-bills", () => bills.readList(name)),
      noteMovement: (id, note) => call("note-movement", () => bills.noteMovement(id, note)),
      listMovements: (way, day, from) => bills.listMovements(way, day, from),
    };
  }

  /** What a process moves money with. */
  paymentsFor(life: ProcessLife, clock: Clock, { tell, certify }: Pick<Payments, "tell" | "certify">): Payments {
    const hosts: Readonly<Record<string, WalletDesk>> = {
      "wechat.test": this.#wallets.wechat.desk,
      "alipay.test": this.#wallets.alipay.desk,
    };
    const exchange: Exchange = ({ method, url, headers, body = "" }) => {
      const desk = hosts[url.hostname];
      if (!desk) throw new Error(`nobody at ${url.hostname}`);
      const asked = { method, path: url.pathname, search: url.search, headers, body };
      const make = async () => {
        await this.#time.sleep(usualMilliseconds);
        return { kind: "reply" as const, ...desk.handle(asked) };
      };
      const silent = () => ({ kind: "silent" as const, reason: "broken" as const });
      const operation = desk.operationOf(asked);
      const options = { broken: silent, readsOnly: operation.endsWith("query") };
      return life.call<Awaited<ReturnType<Exchange>>>("wallet", operation, make, options);
    };
    return {
      bills: this.billsFor(life),
      wallets: new Map<PayWay, ReturnType<typeof wechatPay>>([
        ["wechat", wechatPay(this.#wallets.wechat.settings, exchange, clock)],
        ["alipay", alipay(this.#wallets.alipay.settings, exchange, clock)],
      ]),
      clock,
      log: () => {},
      subject: "税款",
      ...(certify && { certify }),
      ...(tell && { tell }),
    };
  }

  /** Somebody scans a code and pays, if the wallet still takes it. */
  scan(way: Way, content: string): boolean {
    return this.#wallets[way].desk.pay(content).kind === "paid";
  }

  /** What the wallets have to tell, as often as they are asked; refunds, too. */
  letters(way: Way): readonly { readonly key: string; readonly letter: () => ReturnType<WalletDesk["letterOf"]> }[] {
    const { book, desk } = this.#wallets[way];
    const current = (order: WalletOrder) => book.find(order.number) ?? order;
    return [...book.orders].flatMap((order) => [
      ...(order.transaction ? [{ key: order.number, letter: () => desk.letterOf(current(order)) }] : []),
      ...order.refunds.map((refund) => ({
        key: refund.number,
        letter: () => desk.letterOf(current(order), refund),
      })),
    ]);
  }

  isTaken(way: Way, status: number, body: string): boolean {
    return this.#wallets[way].desk.isTaken(status, body);
  }

  /** Whether the clock has something to do for a bill yet. */
  async isSettled(): Promise<boolean> {
    return (await this.all()).every(({ due }) => due === undefined);
  }

  /** Every bill that was ever issued, as it stands. */
  async all(): Promise<readonly Bill[]> {
    const found = await Promise.all([...this.#issued].map((id) => this.bills.read(id)));
    return found.filter((bill) => bill !== undefined);
  }

  /** What is wrong between ledger and wallets; nothing when every bill is paid once, or void, and both agree to the fen. */
  async findings(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const bill of await this.all()) {
      const { id } = bill;
      const balances = balancesOf(bill.entries);
      if (sumOf(balances) !== 0) found.push(`the ledger of bill ${id} is off by ${sumOf(balances)}`);
      const settled = bill.attempts.filter(({ status }) => status === "settled");
      const isVoid = bill.status === "cancelled" && settled.length === 0;
      if (settled.length !== 1 && !isVoid) found.push(`bill ${id} is paid ${settled.length} times`);
      let held = 0;
      for (const way of laboratoryWays) {
        const kept = bill.attempts
          .filter((attempt) => attempt.way === way)
          .reduce((sum, attempt) => sum + keptFrom(this.#wallets[way].book.find(attempt.id)), 0);
        const booked = balance(balances, `wallet/${way}`);
        if (kept !== booked) found.push(`bill ${id}: ${way} holds ${kept} and the ledger says ${booked}`);
        held += kept;
      }
      const back = bill.refunds.filter(({ reason }) => reason !== "surplus");
      const owed = (settled[0]?.amount ?? 0) - back.reduce((sum, { amount }) => sum + amount, 0);
      if (held !== owed) found.push(`bill ${id}: the wallets hold ${held} for ${owed}`);
    }
    return found;
  }
}

const keptFrom = (order: WalletOrder | undefined): number =>
  order?.transaction === undefined
    ? 0
    : order.amount - order.refunds.reduce((sum, { state, amount }) => sum + (state === "done" ? amount : 0), 0);

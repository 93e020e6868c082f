import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/** An order as a wallet keeps it. Moments in milliseconds, money in fen. */
export interface WalletOrder {
  readonly number: string;
  readonly amount: number;
  readonly state: "made" | "scanned" | "paid" | "closed";
  readonly product: "qr" | "h5" | "in-app";
  /** What the QR code or page says. */
  readonly content: string;
  readonly closesAt: number;
  readonly notifyUrl: string;
  readonly transaction?: { readonly id: string; readonly at: number };
  /** Our side has taken the notice of the payment. */
  readonly isTold?: boolean;
  readonly refunds: readonly WalletRefund[];
}

export interface WalletRefund {
  readonly number: string;
  readonly id: string;
  readonly amount: number;
  readonly state: "processing" | "done";
  readonly notifyUrl?: string;
  readonly at?: number;
  readonly isTold?: boolean;
}

export type Payment =
  | { readonly kind: "paid"; readonly order: WalletOrder }
  | { readonly kind: "no"; readonly reason: "unknown" | "closed" | "expired" | "already-paid" };

/** The orders of one wallet. With a file, they outlive the process. */
export class OrderBook {
  readonly #orders = new Map<string, WalletOrder>();
  readonly #byContent = new Map<string, string>();
  readonly #file: string | undefined;
  readonly #prefix: string;
  #count = 0;
  /** Told of each change. */
  onChange: (order: WalletOrder) => void = () => {};

  constructor(prefix: string, file?: string) {
    this.#prefix = prefix;
    this.#file = file;
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      // A line that a kill cut short was never answered for.
      if (line.endsWith("}")) this.#keep(JSON.parse(line) as WalletOrder);
    }
  }

  get orders(): IterableIterator<WalletOrder> {
    return this.#orders.values();
  }

  find(number: string): WalletOrder | undefined {
    return this.#orders.get(number);
  }

  findByContent(content: string): WalletOrder | undefined {
    return this.#orders.get(this.#byContent.get(content) ?? "");
  }

  put(order: WalletOrder): WalletOrder {
    this.#keep(order);
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(order)}\n`);
    this.onChange(order);
    return order;
  }

  /** A number of the wallet's own: unlike any other it gave, also after a restart. */
  nextId(at: number): string {
    this.#count += 1;
    const moment = new Date(at + 8 * 3_600_000).toISOString().replace(/\D/g, "");
    return `${this.#prefix}${moment}${String(this.#count % 100_000_000).padStart(8, "0")}`;
  }

  /** Somebody pays. A wallet takes the money of an order once. */
  pay(number: string, at: number): Payment {
    const order = this.find(number);
    if (order === undefined) return { kind: "no", reason: "unknown" };
    if (order.state === "paid") return { kind: "no", reason: "already-paid" };
    if (order.state === "closed") return { kind: "no", reason: "closed" };
    if (at >= order.closesAt) return { kind: "no", reason: "expired" };
    const second = Math.floor(at / 1000) * 1000;
    return {
      kind: "paid",
      order: this.put({ ...order, state: "paid", transaction: { id: this.nextId(at), at: second } }),
    };
  }

  #keep(order: WalletOrder): void {
    this.#orders.set(order.number, order);
    this.#byContent.set(order.content, order.number);
  }
}

/** Movements of a day in China, as the wallet's account of that day lists them. */
export const movementsOn = (
  book: OrderBook,
  day: string,
): readonly { readonly order: WalletOrder; readonly refund?: WalletRefund; readonly at: number }[] => {
  const start = Date.parse(`${day}T00:00:00.000+08:00`);
  const isOn = (at: number | undefined): at is number => at !== undefined && at >= start && at < start + 86_400_000;
  const movements: { order: WalletOrder; refund?: WalletRefund; at: number }[] = [];
  for (const order of book.orders) {
    if (isOn(order.transaction?.at)) movements.push({ order, at: order.transaction.at });
    for (const refund of order.refunds) if (isOn(refund.at)) movements.push({ order, refund, at: refund.at });
  }
  return movements;
};

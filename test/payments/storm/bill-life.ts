import type { WalletLetter } from "../../../infra/local/sandbox/wallets/desk.ts";
import type { WalletOrder } from "../../../infra/local/sandbox/wallets/order-book.ts";
import { Refusal } from "../../../shared/kernel/refusal.ts";
import { checkBill } from "../../../shared/payments/check-bill.ts";
import { receiveNotice } from "../../../shared/payments/receive-notice.ts";
import { abandonPayment, startPayment } from "../../../shared/payments/start-payment.ts";
import { forge } from "./forge.ts";
import type { Town } from "./town.ts";
import { Died } from "./unsteady.ts";

const noticesPerBill = 10;
const minutes = (count: number): number => count * 60_000;
const ways = ["wechat", "alipay"] as const;
type Way = (typeof ways)[number];

interface Mail {
  readonly way: Way;
  readonly at: number;
  readonly letter: () => WalletLetter;
  readonly isForged: boolean;
  readonly isLost: boolean;
}

/**
 * One bill from its issue to the end of all that is said about it: codes shown and left, paid in one wallet or in both, and
 * ten notices that are lost, repeated, late, out of order or forged, while processes die and wallets fall silent.
 */
export const liveThrough = async (town: Town, billId: string, startsAt: number): Promise<void> => {
  const { chance, weather, findings } = town;
  town.now = startsAt;
  weather.isCalm = true;
  await town.issue(billId);
  weather.isCalm = false;
  const orders: { readonly way: Way; readonly order: WalletOrder; readonly paidAt?: number }[] = [];
  const first = chance.of(ways);
  const second: Way = first === "wechat" ? "alipay" : "wechat";
  const shown = [first, ...(chance.whether(0.25) ? [second] : []), ...(chance.whether(0.1) ? [first] : [])];
  for (const way of shown) {
    const attempt = await surviving(() => startPayment(town.payments, { billId, way, product: "qr" }));
    const order = attempt && town.orderOf(way, attempt.attempt);
    if (!attempt || !order) continue;
    if (chance.whether(0.1)) await surviving(() => abandonPayment(town.payments, billId, attempt.attempt.id));
    town.now += 1000 + chance.below(minutes(2));
    const pays = chance.whether(orders.some(({ paidAt }) => paidAt !== undefined) ? 0.5 : 0.92);
    const paid = pays ? town.pay(way, order) : undefined;
    orders.push({ way, order: paid ?? order, ...(paid && { paidAt: town.now }) });
  }
  const mail = mailOf(town, orders);
  findings.notices += noticesPerBill;
  for (let place = 0; place < mail.length; ) {
    const together = mail.slice(place, place + 1 + chance.below(4));
    place += together.length;
    town.now = Math.max(town.now, together.at(-1)?.at ?? 0);
    await Promise.all(together.map((each) => deliver(town, each)));
  }
  if (chance.whether(0.1)) return; // Its clock has stopped, too: only the day's account will tell.
  for (const pause of [10_000, minutes(1), minutes(5), minutes(15), minutes(30)]) {
    town.now += pause;
    await surviving(() => checkBill(town.payments, billId));
  }
};

/** Ten notices: of what was paid, as often as not twice, and of what was not. */
const mailOf = (
  town: Town,
  orders: readonly { readonly way: Way; readonly order: WalletOrder; readonly paidAt?: number }[],
): readonly Mail[] => {
  const { chance, findings } = town;
  const mail: Mail[] = [];
  const paid = orders.filter(({ paidAt }) => paidAt !== undefined);
  const isNeverTold = chance.whether(0.1);
  const last = new Map<WalletOrder, WalletLetter>();
  for (let count = 0; count < noticesPerBill; count += 1) {
    const about = paid.length > 0 && chance.whether(0.6) ? chance.of(paid) : undefined;
    if (about) {
      const { way, order, paidAt = 0 } = about;
      // A wallet signs each repetition anew; the network repeats the same bytes.
      const letter = () => {
        const again = chance.whether(0.5) ? last.get(order) : undefined;
        const fresh = again ?? town.desks[way].letterOf(order);
        last.set(order, fresh);
        return fresh;
      };
      const isLost = isNeverTold || chance.whether(0.3);
      if (isLost) findings.lost += 1;
      mail.push({ way, at: paidAt + chance.below(minutes(4)), letter, isForged: false, isLost });
      continue;
    }
    const subject = orders.length > 0 ? chance.of(orders) : undefined;
    const way = subject?.way ?? chance.of(ways);
    const order = subject?.order ?? town.anyOrder(way);
    findings.forged += 1;
    const letter = () => forge(way, { desk: town.desks[way], impostor: town.impostors[way] }, order, town.now, chance);
    mail.push({ way, at: town.now + chance.below(minutes(4)), letter, isForged: true, isLost: false });
  }
  return mail.sort((one, other) => one.at - other.at);
};

const deliver = async (town: Town, { way, letter, isForged, isLost }: Mail): Promise<void> => {
  if (isLost) return;
  const { headers, body } = letter();
  const answer = await surviving(() => receiveNotice(town.payments, way, { headers, body }));
  if (!answer) return;
  const isTaken = town.desks[way].isTaken(answer.status, answer.body);
  if (isForged && isTaken) town.findings.forgedTaken += 1;
  if (!isForged) town.findings[isTaken ? "taken" : "refusedGenuine"] += 1;
};

/** What the process did not live to say, its caller does not hear. */
const surviving = async <Result>(deed: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof Died || error instanceof Refusal) return undefined;
    throw error;
  }
};

import type { Notices } from "../server/notices.ts";
import type { WalletDesk, WalletLetter } from "./desk.ts";
import type { OrderBook, WalletOrder } from "./order-book.ts";
import type { WalletId } from "./wallet-ids.ts";

/** As long as a wallet takes to tell: the payer sees it first. */
const delayMilliseconds = 150;

/**
 * Sends the notice of every payment and refund of a wallet until it is taken, also of those from before a restart. Real
 * wallets give up after a day; this one does not live that long.
 */
export const announce = (id: WalletId, desk: WalletDesk, book: OrderBook, notices: Notices, clock: () => number) => {
  const underWay = new Set<string>();
  const send = (key: string, letter: () => WalletLetter, onDelivered: () => void): void => {
    if (underWay.has(key)) return;
    underWay.add(key);
    const dueAt = clock() + delayMilliseconds;
    const common = { authority: id, operation: "notice", key, dueAt, letter, isTaken: desk.isTaken };
    notices.add({ ...common, onDelivered });
  };
  const current = (number: string): WalletOrder => {
    const order = book.find(number);
    if (order === undefined) throw new Error(`${id} has no order ${number}`);
    return order;
  };
  const look = ({ number, transaction, isTold, refunds }: WalletOrder): void => {
    if (transaction !== undefined && !isTold) {
      const letter = () => desk.letterOf(current(number));
      send(number, letter, () => void book.put({ ...current(number), isTold: true }));
    }
    for (const refund of refunds) {
      if (refund.isTold) continue;
      const letter = () =>
        desk.letterOf(
          current(number),
          current(number).refunds.find((each) => each.number === refund.number),
        );
      const told = () =>
        current(number).refunds.map((each) => (each.number === refund.number ? { ...each, isTold: true } : each));
      send(refund.number, letter, () => void book.put({ ...current(number), refunds: told() }));
    }
  };
  for (const order of book.orders) look(order);
  book.onChange = look;
};

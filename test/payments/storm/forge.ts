import type { WalletDesk, WalletLetter } from "../../../infra/local/sandbox/wallets/desk.ts";
import type { WalletOrder } from "../../../infra/local/sandbox/wallets/order-book.ts";
import type { Chance } from "./chance.ts";

type Way = "wechat" | "alipay";

export interface Forger {
  /** The real desk: its letters are genuine before they are broken, and may be about things that are not so. */
  readonly desk: WalletDesk;
  /** A desk like the real one with keys of its own. */
  readonly impostor: WalletDesk;
}

const paidLie = (order: WalletOrder, at: number): WalletOrder => ({
  ...order,
  state: "paid",
  transaction: order.transaction ?? { id: `4200000000${at}`, at: Math.floor(at / 1000) * 1000 },
});

/** One way each in which somebody who is not the wallet would have us believe that an order is paid. */
const forgeries: Readonly<
  Record<
    Way,
    Readonly<Record<string, (forger: Forger, order: WalletOrder, at: number, chance: Chance) => WalletLetter>>
  >
> = {
  wechat: {
    "another key": ({ impostor }, order, at) => impostor.letterOf(paidLie(order, at)),
    "a byte of the body": ({ desk }, order, at, chance) => withByte(desk.letterOf(paidLie(order, at)), chance),
    "another serial": ({ desk }, order, at) =>
      withHeader(desk.letterOf(paidLie(order, at)), "wechatpay-serial", "PUB_KEY_ID_X"),
    "a replay": ({ desk }, order, at) =>
      withHeader(desk.letterOf(paidLie(order, at)), "wechatpay-timestamp", String(Math.floor(at / 1000) - 3_600)),
    "no signature": ({ desk }, order, at) => withHeader(desk.letterOf(paidLie(order, at)), "wechatpay-signature", ""),
    "another amount": ({ desk }, order, at) => desk.letterOf({ ...paidLie(order, at), amount: order.amount + 1 }),
    "an order of nobody": ({ desk }, order, at) => desk.letterOf({ ...paidLie(order, at), number: "NOBODY01_1" }),
  },
  alipay: {
    "another key": ({ impostor }, order, at) => impostor.letterOf(paidLie(order, at)),
    "a digit of the body": ({ desk }, order, at, chance) => withDigit(desk.letterOf(paidLie(order, at)), chance),
    "a field twice": ({ desk }, order, at) =>
      withText(desk.letterOf(paidLie(order, at)), (text) => `${text}&total_amount=0.01`),
    "no signature": ({ desk }, order, at) =>
      withText(desk.letterOf(paidLie(order, at)), (text) => text.replace(/&sign=[^&]*/, "")),
    "another amount": ({ desk }, order, at) => desk.letterOf({ ...paidLie(order, at), amount: order.amount + 1 }),
    "an order of nobody": ({ desk }, order, at) => desk.letterOf({ ...paidLie(order, at), number: "NOBODY01_1" }),
  },
};

export const forge = (way: Way, forger: Forger, order: WalletOrder, at: number, chance: Chance): WalletLetter =>
  chance.of(Object.values(forgeries[way]))(forger, order, at, chance);

const withHeader = (letter: WalletLetter, name: string, value: string): WalletLetter => ({
  ...letter,
  headers: { ...letter.headers, [name]: value },
});

const withText = (letter: WalletLetter, change: (text: string) => string): WalletLetter => ({
  ...letter,
  body: Buffer.from(change(letter.body.toString("utf8"))),
});

const withByte = (letter: WalletLetter, chance: Chance): WalletLetter => {
  const body = Buffer.from(letter.body);
  const place = chance.below(body.length);
  body.writeUInt8((body.readUInt8(place) + 1 + chance.below(255)) % 256, place);
  return { ...letter, body };
};

/** One digit of a form is another one. Not near its end: the last letters of base64 may differ and mean the same. */
const withDigit = (letter: WalletLetter, chance: Chance): WalletLetter => {
  const digits = [...letter.body.subarray(0, -12).toString("latin1").matchAll(/\d/g)];
  const body = Buffer.from(letter.body);
  const { index, 0: digit } = chance.of(digits);
  body.write(String((Number(digit) + 1 + chance.below(9)) % 10), index, "latin1");
  return { ...letter, body };
};

import { sign } from "node:crypto";
import { expect, test } from "vitest";
import type { WalletLetter } from "../../infra/local/sandbox/wallets/desk.ts";
import { makeWallets } from "../../infra/local/sandbox/wallets/make-wallets.ts";
import { readAlipayNotice } from "../../shared/payments/alipay/read-notice.ts";
import { alipayParts } from "../../shared/payments/alipay/settings.ts";
import { receiveNotice } from "../../shared/payments/receive-notice.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { aBill, rawNotice, walletWorld } from "./wallet-world.ts";

const paidThrough = async (way: "wechat" | "alipay") => {
  const world = walletWorld();
  await aBill(world.payments);
  const { attempt } = await startPayment(world.payments, { billId: "BILL0001", way, product: "qr" });
  if (attempt.offer?.kind !== "qr") throw new Error("no code");
  const { desk, book } = world.wallets[way];
  const paid = desk.pay(attempt.offer.content);
  if (paid.kind !== "paid") throw new Error(paid.reason);
  return { ...world, desk, book, order: paid.order };
};

type Break = (letter: WalletLetter) => WalletLetter;
const header =
  (name: string, value: (before: string) => string): Break =>
  (letter) => ({ ...letter, headers: { ...letter.headers, [name]: value(letter.headers[name] ?? "") } });
const body =
  (change: (text: string) => string): Break =>
  (letter) => ({ ...letter, body: Buffer.from(change(letter.body.toString("utf8"))) });

test.each<[string, string, Break]>([
  ["a letter of the body changed", "signature-wrong", body((text) => text.replace("支付成功", "支付成攻"))],
  ["a space that means nothing to JSON", "signature-wrong", body((text) => text.replace(`{"id"`, `{ "id"`))],
  ["another nonce", "signature-wrong", header("wechatpay-nonce", (before) => `${before}0`)],
  ["six minutes old", "clock-off", header("wechatpay-timestamp", (before) => String(Number(before) - 360))],
  ["six minutes ahead", "clock-off", header("wechatpay-timestamp", (before) => String(Number(before) + 360))],
  ["a time that is none", "clock-off", header("wechatpay-timestamp", () => "now")],
  ["a serial that is not WeChat Pay's", "serial-unknown", header("wechatpay-serial", () => "PUB_KEY_ID_X")],
  ["no serial", "headers-missing", header("wechatpay-serial", () => "")],
  ["no signature", "headers-missing", header("wechatpay-signature", () => "")],
  ["another signature type", "signature-type-unknown", header("wechatpay-signature-type", () => "SM2")],
  ["the probe", "signature-probe", header("wechatpay-signature", (before) => `WECHATPAY/SIGNTEST/${before}`)],
])("WeChat Pay, %s: refused, the reason logged, nothing booked", async (_, reason, broken) => {
  const { payments, desk, order, log, read } = await paidThrough("wechat");
  const before = await read("BILL0001");
  const answer = await receiveNotice(payments, "wechat", rawNotice(broken(desk.letterOf(order))));
  expect(desk.isTaken(answer.status, answer.body)).toBe(false);
  expect(log).toContainEqual({ code: "notice-refused", way: "wechat", reason });
  expect(await read("BILL0001")).toEqual(before);
});

test.each<[string, string, object]>([
  ["another merchant", "other-merchant", { merchantId: "1900000002" }],
  ["another app", "other-app", { appId: "wx0000000000000002" }],
  ["a key of another cipher", "cipher-broken", { apiKey: "another-api-v3-key-of-32-letters" }],
])("WeChat Pay, signed rightly but for %s: refused", async (_, reason, other) => {
  const { payments, wallets, order, log, read } = await paidThrough("wechat");
  const { wechatPay } = await import("../../shared/payments/wechat/wechat-pay.ts");
  const settings = { ...wallets.wechat.settings, ...other };
  const wallet = wechatPay(settings, async () => ({ kind: "silent", reason: "broken" }), payments.clock);
  const ours = { ...payments, wallets: new Map([["wechat" as const, wallet]]) };
  const answer = await receiveNotice(ours, "wechat", rawNotice(wallets.wechat.desk.letterOf(order)));
  expect(answer.status).toBe(401);
  expect(log).toContainEqual({ code: "notice-refused", way: "wechat", reason });
  expect((await read("BILL0001")).status).toBe("open");
});

test.each(["wechat", "alipay"] as const)(
  "%s: genuine, but another amount or an order that is not ours",
  async (way) => {
    const { payments, desk, order, log, read } = await paidThrough(way);
    await receiveNotice(payments, way, rawNotice(desk.letterOf({ ...order, amount: order.amount - 1 })));
    await receiveNotice(payments, way, rawNotice(desk.letterOf({ ...order, number: "NOBODYS1_1" })));
    await receiveNotice(payments, way, rawNotice(desk.letterOf({ ...order, number: "not ours at all" })));
    expect(log.map(({ reason }) => reason)).toEqual(["amount-differs", "unknown-order", "unknown-order"]);
    expect((await read("BILL0001")).status).toBe("open");
  },
);

test.each<[string, string, Break]>([
  ["the amount changed", "signature-wrong", body((text) => text.replace("10012.34", "10012.35"))],
  ["the order changed", "signature-wrong", body((text) => text.replace("BILL0001_1", "BILL0002_1"))],
  ["a signature written otherwise", "signature-wrong", body((text) => text.replace(/(&sign=[^&]{20})/, "$1%20"))],
  ["a field added", "signature-wrong", body((text) => `${text}&refund_fee=1.00`)],
  ["a field twice", "unreadable", body((text) => `${text}&total_amount=10012.34`)],
  ["no signature", "headers-missing", body((text) => text.replace(/&sign=[^&]*/, ""))],
  [
    "an older signature type",
    "signature-type-unknown",
    body((text) => text.replace("sign_type=RSA2", "sign_type=RSA")),
  ],
])("Alipay, %s: refused, the reason logged, nothing booked", async (_, reason, broken) => {
  const { payments, desk, order, log, read } = await paidThrough("alipay");
  const before = await read("BILL0001");
  const answer = await receiveNotice(payments, "alipay", rawNotice(broken(desk.letterOf(order))));
  expect(answer.body).toBe("failure");
  expect(log).toContainEqual({ code: "notice-refused", way: "alipay", reason });
  expect(await read("BILL0001")).toEqual(before);
});

test.each<[string, string, object, number]>([
  ["another app", "other-app", { appId: "9021000000000002" }, 0],
  ["another seller", "other-merchant", { sellerId: "2088000000000002" }, 0],
  ["twenty-seven hours old", "clock-off", {}, 27 * 3_600_000],
])("Alipay, signed rightly but for %s: refused", async (_, reason, other, age) => {
  const { payments, wallets, desk, order, pass } = await paidThrough("alipay");
  const letter = desk.letterOf(order);
  pass(age);
  const parts = alipayParts({ ...wallets.alipay.settings, ...other });
  expect(readAlipayNotice(parts, rawNotice(letter), payments.clock())).toEqual({ isGenuine: false, reason });
});

test.each(["wechat", "alipay"] as const)("%s: a notice signed by somebody else's key", async (way) => {
  const { payments, order, log, read } = await paidThrough(way);
  const forger = makeWallets({
    clock: () => Date.parse(payments.clock()),
    urls: () => ({ wechat: "http://wechat.test", alipay: "http://alipay.test" }),
    notifyUrl: () => "http://bureau.test",
  });
  await receiveNotice(payments, way, rawNotice(forger[way].desk.letterOf(order)));
  expect(log).toContainEqual({ code: "notice-refused", way, reason: "signature-wrong" });
  expect((await read("BILL0001")).status).toBe("open");
});

test("an answer that the wallet did not sign is no answer", async () => {
  const { payments, wallets } = walletWorld();
  const { wechatPay } = await import("../../shared/payments/wechat/wechat-pay.ts");
  const other = makeWallets({
    clock: () => Date.parse(payments.clock()),
    urls: () => ({ wechat: "http://wechat.test", alipay: "http://alipay.test" }),
    notifyUrl: () => "http://bureau.test",
  });
  const forged = Buffer.from(JSON.stringify({ code_url: "weixin://wxpay/bizpayurl?pr=forged" }));
  const head = "1896055200\nnonce\n";
  const { privateKey } = await import("node:crypto").then(({ generateKeyPairSync }) =>
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
  );
  const wallet = wechatPay(
    wallets.wechat.settings,
    async () => ({
      kind: "reply",
      status: 200,
      headers: {
        "wechatpay-timestamp": String(Math.floor(Date.parse(payments.clock()) / 1000)),
        "wechatpay-nonce": "nonce",
        "wechatpay-serial": Object.keys(other.wechat.settings.walletKeys)[0],
        "wechatpay-signature": sign("sha256", Buffer.concat([Buffer.from(head), forged]), privateKey).toString(
          "base64",
        ),
      },
      body: forged,
    }),
    payments.clock,
  );
  const opened = await wallet.open({
    number: "BILL0001_1",
    amount: 1 as never,
    product: "qr",
    subject: "税款",
    closesAt: payments.clock(),
  });
  expect(opened).toEqual({ kind: "silent", reason: "answer-signature-wrong" });
});

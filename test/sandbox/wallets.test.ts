import { afterEach, expect, test } from "vitest";
import { startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { fen } from "../../shared/kernel/fen.ts";
import { after, toInstant } from "../../shared/kernel/instant.ts";
import { alipay } from "../../shared/payments/alipay/alipay.ts";
import { wechatPay } from "../../shared/payments/wechat/wechat-pay.ts";
import { httpExchange } from "../../shared/payments/wire/exchange.ts";
import { testSecret } from "../support/test-world.ts";
import { startNoticeListener } from "./notice-listener.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const clock = () => toInstant(Date.now());

/** Both wallets as the product reaches them: over HTTP, by nothing but what the sandbox announces. */
const start = async () => {
  const sandbox = await startSandbox({ secret: testSecret, hasWallets: true });
  closing.push(sandbox.close);
  const { walletAccess } = sandbox;
  const listener = await startNoticeListener();
  closing.push(listener.close);
  if (!walletAccess.wechat || !walletAccess.alipay) throw new Error("no wallets");
  const notifyUrl = listener.url;
  const { wechat } = walletAccess;
  const wechatWithin = (milliseconds: number) => wechatPay({ ...wechat, notifyUrl }, httpExchange(milliseconds), clock);
  return {
    sandbox,
    listener,
    wechatWithin,
    wechat: wechatWithin(60_000),
    alipay: alipay({ ...walletAccess.alipay, notifyUrl }, httpExchange(60_000), clock),
    control: async (path: string, body: unknown) =>
      (await fetch(`${sandbox.controlUrl}${path}`, { method: "POST", body: JSON.stringify(body) })).json(),
  };
};
type World = Awaited<ReturnType<typeof start>>;

const order = (number: string) => ({
  number,
  amount: fen(123_456),
  product: "qr" as const,
  subject: "税款",
  closesAt: after(clock(), 600_000),
});

const codeOf = async (world: World, way: "wechat" | "alipay", number: string): Promise<string> => {
  const opened = await world[way].open(order(number));
  if (opened.kind !== "opened" || opened.offer.kind !== "qr") throw new Error(JSON.stringify(opened));
  return opened.offer.content;
};

const ids = { wechat: "wechat-pay", alipay: "alipay" } as const;

test.each(["wechat", "alipay"] as const)(
  "%s over HTTP: a code, a payer, a genuine notice until it is taken",
  async (way) => {
    const world = await start();
    const content = await codeOf(world, way, "ORDER001_1");
    world.listener.answers.push({ status: 500, body: "" });
    world.listener.answers.push(world[way].answers.taken);
    expect(await world.control("/payments", { wallet: ids[way], content })).toMatchObject({ kind: "paid" });
    expect(await world.control("/payments", { wallet: ids[way], content })).toMatchObject({ reason: "already-paid" });
    const [refused, taken] = await world.listener.arrived(2);
    for (const notice of [refused, taken]) {
      if (notice === undefined) throw new Error("no notice");
      const reading = world[way].readNotice({ headers: notice.headers, body: notice.body }, clock());
      expect(reading).toMatchObject({
        isGenuine: true,
        notice: { kind: "paid", orderNumber: "ORDER001_1", transaction: { amount: 123_456 } },
      });
    }
    expect(await world[way].query("ORDER001_1")).toMatchObject({ kind: "paid", transaction: { amount: 123_456 } });
  },
);

test.each([
  ["silent", "timed-out"],
  ["500", "answer-headers-missing"],
  ["garbage", "answer-headers-missing"],
  ["lost-answer", "broken"],
] as const)("WeChat Pay is %s: a result with a name, and nothing is believed", async (mode, reason) => {
  const world = await start();
  await world.control("/faults", { authority: "wechat-pay", operation: "open", mode, times: 1 });
  const caller = mode === "silent" ? world.wechatWithin(500) : world.wechat;
  expect(await caller.open(order("ORDER002_1"))).toEqual({ kind: "silent", reason });
  expect(await world.wechat.open(order("ORDER003_1"))).toMatchObject({ kind: "opened" });
});

test("a notice that is lost comes when it is released; one that is asked for twice comes twice", async () => {
  const world = await start();
  await world.control("/faults", { authority: "alipay", operation: "notice", mode: "lost-notice", times: 1 });
  await world.control("/payments", { wallet: "alipay", content: await codeOf(world, "alipay", "ORDER004_1") });
  expect(world.listener.received).toHaveLength(0);
  await world.control("/notices", { release: true });
  await world.listener.arrived(1);
  await world.control("/faults", { authority: "alipay", operation: "notice", mode: "repeated-notice", times: 1 });
  await world.control("/payments", { wallet: "alipay", content: await codeOf(world, "alipay", "ORDER005_1") });
  await world.listener.arrived(3);
  expect(
    (
      await fetch(`${world.sandbox.controlUrl}/orders?wallet=alipay`).then(
        (r) => r.json() as Promise<{ orders: unknown[] }>,
      )
    ).orders,
  ).toHaveLength(2);
});

import { makeWallets } from "../../infra/local/sandbox/wallets/make-wallets.ts";
import { billsOfCase, concernsBill } from "../../shared/actions/bills-of-case.ts";
import { settleCase } from "../../shared/actions/settle-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { toMilliseconds } from "../../shared/kernel/instant.ts";
import type { Bill } from "../../shared/payments/bill.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import type { Payments } from "../../shared/payments/payments.ts";
import { startPayment } from "../../shared/payments/start-payment.ts";
import { wechatPay } from "../../shared/payments/wechat/wechat-pay.ts";
import type { Town } from "./housing-town.ts";

/** Where a town's bills are paid: the ledger, and WeChat Pay without a server between. */
export const openTill = (town: Town) => {
  const clock = () => toMilliseconds(town.time.now);
  const urls = () => ({ wechat: "http://wechat.test", alipay: "http://alipay.test" });
  const { wechat } = makeWallets({ clock, urls, notifyUrl: () => "http://bureau.test" });
  const exchange = async ({ method, url, headers, body = "" }: Parameters<Parameters<typeof wechatPay>[1]>[0]) => ({
    kind: "reply" as const,
    ...wechat.desk.handle({ method, path: url.pathname, search: url.search, headers, body }),
  });
  const payments: Payments = {
    bills: town.world.bills,
    wallets: new Map([["wechat", wechatPay(wechat.settings, exchange, town.world.clock)]]),
    clock: town.world.clock,
    log: () => {},
    subject: "税款",
    tell: async (bill) => void (await settleCase(town.world, bill)),
  };
  const pay = async ({ id }: Pick<Bill, "id">): Promise<void> => {
    const { attempt } = await startPayment(payments, { billId: id, way: "wechat", product: "qr" });
    wechat.desk.pay(attempt.offer?.kind === "qr" ? attempt.offer.content : "");
    town.time.pass(15_000);
    await checkBill(payments, id);
  };
  return {
    payments,
    pay,
    /** Whoever this is pays the open bills that they are shown. */
    payAs: async (login: Parameters<Town["callerOf"]>[0], current: Case): Promise<number> => {
      const caller = town.callerOf(login);
      const open = (await billsOfCase(town.world, current)).filter(
        (bill) => bill.status === "open" && concernsBill(current, bill, caller, town.time.now),
      );
      for (const bill of open) await pay(bill);
      return open.length;
    },
  };
};

import { codeOfPayment } from "../../shared/actions/certificate-codes.ts";
import { settleCase } from "../../shared/actions/settle-case.ts";
import { after } from "../../shared/kernel/instant.ts";
import { alipay } from "../../shared/payments/alipay/alipay.ts";
import { bankDebit } from "../../shared/payments/bank/bank-debit.ts";
import type { PayWay } from "../../shared/payments/bill.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { dynamodbDifferenceStore } from "../../shared/payments/reconciliation/dynamodb-difference-store.ts";
import type { Wallet } from "../../shared/payments/wallet.ts";
import { noticeUrl, WalletAccess } from "../../shared/payments/wallet-access.ts";
import { wechatPay } from "../../shared/payments/wechat/wechat-pay.ts";
import { httpExchange } from "../../shared/payments/wire/exchange.ts";
import { compose } from "./compose.ts";
import { composeReading } from "./compose-reading.ts";
import { AuthoritiesEnvironment, TableEnvironment, WalletsEnvironment } from "./environment.ts";
import { paymentLog } from "./log-payment.ts";
import { readWallets } from "./read-secret.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";
import type { BillReading, PayingWorld } from "./worlds.ts";

/** What showing bills takes: the table and the secret, and no wallet. */
export const composeBillReading = async (environment: NodeJS.ProcessEnv = process.env): Promise<BillReading> => {
  const table = TableEnvironment.parse(environment);
  return {
    ...(await composeReading(environment)),
    bills: dynamodbBillStore(tableClient(table), table.TABLE_NAME),
  };
};

/** A wallet that takes longer is silent; whoever waits has a screen before them. */
const timeBoxMilliseconds = 5_000;
/** A case that was paid for runs on for so long within the notice; what is left goes on with the sweep. */
const runsOnMilliseconds = 4_000;

/** What moving money takes: the ledger, the wallets, and cases to be told of it. */
export const composeMoney = async (environment: NodeJS.ProcessEnv = process.env): Promise<PayingWorld> => {
  const world = await compose(environment);
  const table = TableEnvironment.parse(environment);
  const client = tableClient(table);
  const { PUBLIC_URL } = AuthoritiesEnvironment.parse(environment);
  const access = WalletAccess.parse(JSON.parse(await readWallets(WalletsEnvironment.parse(environment))));
  const bills = dynamodbBillStore(client, table.TABLE_NAME);
  const wallets = walletsOf(access, PUBLIC_URL, world.call);
  return {
    ...world,
    bills,
    differences: dynamodbDifferenceStore(client, table.TABLE_NAME),
    payments: {
      bills,
      wallets,
      clock: systemClock,
      log: paymentLog(world.office),
      subject: "税款",
      // The bus makes it; its code is known before.
      certify: async (bill) => codeOfPayment(world.hash, bill),
      tell: async (bill) => {
        await settleCase({ ...world, bills }, bill, after(systemClock(), runsOnMilliseconds));
      },
    },
  };
};

const walletsOf = (access: WalletAccess, publicUrl: string, call: PayingWorld["call"]): ReadonlyMap<PayWay, Wallet> => {
  const exchange = httpExchange(timeBoxMilliseconds);
  const wallets = new Map<PayWay, Wallet>([["bank", bankDebit(call)]]);
  if (access.wechat) {
    const settings = { ...access.wechat, notifyUrl: noticeUrl(publicUrl, "wechat") };
    wallets.set("wechat", wechatPay(settings, exchange, systemClock));
  }
  if (access.alipay) {
    const settings = { ...access.alipay, notifyUrl: noticeUrl(publicUrl, "alipay") };
    wallets.set("alipay", alipay(settings, exchange, systemClock));
  }
  return wallets;
};

import { generateKeyPairSync } from "node:crypto";
import type { WalletKeys } from "../../infra/local/sandbox/wallets/make-wallets.ts";
import { weatherTheStorm } from "../payments/storm/weather-the-storm.ts";
import type { BenchmarkResult } from "./main.ts";

/** `PAYMENTS_BILLS=1000` for a look; `PAYMENTS_SEED` for another storm. */
const bills = Number(process.env.PAYMENTS_BILLS ?? 100_000);
const seed = Number(process.env.PAYMENTS_SEED ?? 20_300_131);

/**
 * Ten notices for each of 100,000 bills, lost, repeated, late, out of order and forged, while processes die and wallets fall
 * silent; then the clock, the daily accounts and the repairs; then both sides counted, by the wallets' own books. The code
 * towards the wallets is the product's; their keys are of 512 bits here, for a storm signs a million times.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const startedAt = performance.now();
  const { refusals, unequal, ...found } = await weatherTheStorm({
    seed,
    bills,
    keys: { genuine: shortKeys(), forged: shortKeys() },
  });
  const aims = { offBy: 0, worstBill: 0, paidTwice: 0, forgedTaken: 0, ledgerSum: 0 };
  return {
    title: `Payments: ${found.notices} notices of ${bills} bills in a storm (seed ${seed})`,
    rows: Object.entries({ ...found, ...prefixed(refusals) }).map(([what, count]) => ({ what, count })),
    summary: {
      offByFen: found.offBy,
      paidTwice: found.paidTwice,
      forgedTaken: found.forgedTaken,
      unequal,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      aims,
      areAimsMet: Object.entries(aims).every(([name, aim]) => found[name as keyof typeof aims] === aim),
    },
  };
};

const prefixed = (refusals: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(refusals).map(([reason, count]) => [`refused: ${reason}`, count]));

const shortKeys = (): WalletKeys => {
  const fresh = () =>
    generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return { merchant: fresh(), wechat: fresh(), alipay: fresh() };
};

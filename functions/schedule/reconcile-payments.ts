import middy from "@middy/core";
import type { Context, ScheduledEvent } from "aws-lambda";
import { reconcilePayments } from "../../shared/actions/reconcile.ts";
import { composeMoney } from "../wiring/compose-money.ts";
import { log } from "../wiring/log.ts";
import { once } from "../wiring/once.ts";
import type { PayingWorld } from "../wiring/worlds.ts";

/** Of each shard of the due index; what is left is due again in a minute. */
const billsPerShard = 25;

/** The money's clock: open tries, refunds and untold cases that are due, then the wallets' accounts of the last days. */
export const reconcile = (compose: () => PayingWorld | Promise<PayingWorld>) => {
  const worldOnce = once(compose);
  return async (_event: unknown, context: Pick<Context, "awsRequestId">) => {
    const startedAt = performance.now();
    const { checked, days } = await reconcilePayments(await worldOnce(), billsPerShard);
    const milliseconds = Math.round(performance.now() - startedAt);
    log("INFO", "RECONCILED", { requestId: context.awsRequestId, checked, days: days.length, milliseconds });
    return { checked, days: days.length };
  };
};

export const handler = middy<ScheduledEvent, { checked: number; days: number }>(reconcile(composeMoney));

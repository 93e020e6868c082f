import middy from "@middy/core";
import type { Context, ScheduledEvent } from "aws-lambda";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { after } from "../../shared/kernel/instant.ts";
import { compose } from "../wiring/compose.ts";
import { log } from "../wiring/log.ts";
import { once } from "../wiring/once.ts";
import type { ChangingWorld } from "../wiring/worlds.ts";

/** Time for the calls and writes under way once no further case is begun. */
const closingMilliseconds = 10_000;

/** The sweep: whatever is due - a crashed runner, a retry, a broken promise - is taken up again. */
export const sweep = (compose: () => ChangingWorld | Promise<ChangingWorld>) => {
  const worldOnce = once(compose);
  return async (_event: unknown, context: Pick<Context, "awsRequestId" | "getRemainingTimeInMillis">) => {
    const startedAt = performance.now();
    const world = await worldOnce();
    const deadline = after(world.clock(), Math.max(0, context.getRemainingTimeInMillis() - closingMilliseconds));
    const { advanced } = await advanceDueCases(world, { deadline });
    const milliseconds = Math.round(performance.now() - startedAt);
    log("INFO", "SWEPT", { requestId: context.awsRequestId, advanced, milliseconds });
    return { advanced };
  };
};

export const handler = middy<ScheduledEvent, { advanced: number }>(sweep(compose));

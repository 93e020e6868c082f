import type { Context } from "aws-lambda";
import type { FunctionName } from "../../../functions/functions.ts";
import { lambdaContext } from "./context.ts";
import type { FunctionRunner } from "./function-host.ts";

export type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** Runs handlers of this thread, for tests that bring their own. */
export const runPlainHandlers = (handlers: Partial<Record<FunctionName, Handler>>): FunctionRunner => ({
  run: async (name, event, context) => {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`No handler was given for ${name}`);
    return JSON.stringify(await handler(JSON.parse(event), lambdaContext(context))) ?? "null";
  },
  close: async () => {},
});

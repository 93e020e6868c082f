// The thread in which one function lives, as its execution environment does on Lambda: its own module instances and its
// own environment. Several events may be under way at once here; on Lambda each would have an environment to itself.
import { flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { lambdaContext } from "./context.ts";
import type { FromThread, ToThread } from "./function-threads.ts";

type Handler = (event: unknown, context: ReturnType<typeof lambdaContext>) => Promise<unknown>;

const loading: Promise<{ handler: Handler }> = import(workerData.module);
const answer = (message: FromThread): void => parentPort?.postMessage(message);

loading.then(
  () => {
    answer({ kind: "loaded" });
    // Now, and not at its end: a world that is killed has none.
    flushCompileCache();
  },
  (error: unknown) => answer({ kind: "not-loaded", ...describe(error) }),
);

parentPort?.on("message", async ({ id, event, context }: ToThread) => {
  try {
    const { handler } = await loading;
    const payload = JSON.stringify(await handler(JSON.parse(event), lambdaContext(context))) ?? "null";
    answer({ kind: "answered", id, payload });
  } catch (error) {
    answer({ kind: "failed", id, ...describe(error) });
  }
});

const describe = (error: unknown) => ({
  errorType: error instanceof Error ? error.name : typeof error,
  errorMessage: error instanceof Error ? error.message : String(error),
});

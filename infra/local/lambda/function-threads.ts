import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import type { FunctionName } from "../../../functions/functions.ts";
import { compileCacheFolder } from "../compile-cache.ts";
import type { InvocationContext } from "./context.ts";
import type { FunctionRunner, Log } from "./function-host.ts";

export interface ToThread {
  readonly id: number;
  readonly event: string;
  readonly context: InvocationContext;
}

interface Trouble {
  readonly errorType: string;
  readonly errorMessage: string;
}

export type FromThread =
  | { readonly kind: "loaded" }
  | ({ readonly kind: "not-loaded" } & Trouble)
  | { readonly kind: "answered"; readonly id: number; readonly payload: string }
  | ({ readonly kind: "failed"; readonly id: number } & Trouble);

/**
 * Runs each function in a thread of its own, started by its first event: its own modules, and an environment that holds
 * what its description calls for and nothing of this machine's.
 */
export const runInThreads = ({
  moduleOf,
  environmentOf,
  log,
}: {
  readonly moduleOf: (name: FunctionName) => URL;
  readonly environmentOf: (name: FunctionName) => Readonly<Record<string, string>>;
  readonly log: Log;
}): FunctionRunner => {
  const threads = new Map<FunctionName, Thread>();
  const abandoned = new Set<Thread>();
  let isClosed = false;
  const threadOf = (name: FunctionName): Thread => {
    if (isClosed) throw new Error("The local world is closing");
    const known = threads.get(name);
    if (known !== undefined) return known;
    const leave = () => {
      if (threads.get(name) === thread) threads.delete(name);
    };
    const thread = startThread(moduleOf(name), environmentOf(name), (line) => log(name, line), leave);
    threads.set(name, thread);
    return thread;
  };
  return {
    run: (name, event, context) => threadOf(name).run(event, context),
    warm: (name) => threadOf(name).loaded,
    abandon: (name) => {
      const thread = threads.get(name);
      threads.delete(name);
      if (thread === undefined) return;
      abandoned.add(thread);
      void thread.finish().then(() => abandoned.delete(thread));
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...threads.values(), ...abandoned].map((thread) => thread.stop()));
    },
  };
};

interface Thread {
  readonly loaded: Promise<void>;
  run(event: string, context: InvocationContext): Promise<string>;
  /** Lets events under way end within their time, then stops. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (payload: string) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: number;
}

const startThread = (
  module: URL,
  environment: Readonly<Record<string, string>>,
  say: (line: string) => void,
  onEnd: () => void,
): Thread => {
  const worker = new Worker(new URL("./function-thread.mjs", import.meta.url), {
    workerData: { module: module.href, compileCacheFolder },
    env: { ...environment },
    // Flags of this process (a debugger's port, a test runner's loader) are none of the function's.
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  for (const output of [worker.stdout, worker.stderr]) createInterface({ input: output }).on("line", say);

  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const loading = Promise.withResolvers<void>();
  loading.promise.catch(() => {});
  const end = (error: Error) => {
    onEnd();
    loading.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", (cause) =>
    end(named("Runtime.ExitError", cause instanceof Error ? cause.message : String(cause))),
  );
  worker.on("exit", () => end(named("Runtime.ExitError", "The function's thread ended")));
  worker.on("message", (message: FromThread) => {
    if (message.kind === "loaded") return loading.resolve();
    if (message.kind === "not-loaded") {
      // Lambda loads a broken module again with the next event; so does the next thread.
      end(named(message.errorType, message.errorMessage));
      return void worker.terminate();
    }
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === "answered") waiter?.resolve(message.payload);
    else waiter?.reject(named(message.errorType, message.errorMessage));
  });

  const stop = async () => {
    await worker.terminate();
  };
  return {
    loaded: loading.promise,
    run: (event, context) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject, deadline: context.deadline });
        worker.postMessage({ id: lastId, event, context } satisfies ToThread);
      }),
    finish: async () => {
      const latest = Math.max(0, ...[...waiting.values()].map(({ deadline }) => deadline));
      if (latest > Date.now()) {
        await new Promise((resolve) => setTimeout(resolve, latest - Date.now()).unref());
      }
      await stop();
    },
    stop,
  };
};

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

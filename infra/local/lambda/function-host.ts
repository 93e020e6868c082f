import { randomUUID } from "node:crypto";
import { type FunctionDescription, type FunctionName, functions } from "../../../functions/functions.ts";
import type { InvocationContext } from "./context.ts";

/** What came of an invocation, as Lambda's `Invoke` tells it apart. Payloads are JSON texts, as on the wire. */
export type Invocation =
  | { readonly kind: "answered"; readonly payload: string }
  | { readonly kind: "failed"; readonly errorType: string; readonly errorMessage: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "too-large" };

export interface FunctionHost {
  invoke(name: FunctionName, event: unknown): Promise<Invocation>;
  /** Loads a function before its first event. */
  warm(name: FunctionName): Promise<void>;
  close(): Promise<void>;
}

/** Where functions run: threads with an environment of their own, or, in tests, plain handlers of this thread. */
export interface FunctionRunner {
  /** Answers the payload; throws what the function threw. */
  run(name: FunctionName, event: string, context: InvocationContext): Promise<string>;
  warm?(name: FunctionName): Promise<void>;
  /** The function ran out of time: nothing new goes to the thread it blocks. */
  abandon?(name: FunctionName): void;
  close(): Promise<void>;
}

/** Lambda's limit for a synchronous invocation, both ways. */
const payloadLimit = 6 * 1024 * 1024;

/** One line per thing that an engineer at this machine may want to know. */
export type Log = (source: string, line: string) => void;

/** Invokes functions as Lambda does: JSON in and out, size limits, and the time that each description allows. */
export const hostFunctions = (runner: FunctionRunner, log: Log): FunctionHost => {
  const invoke = async (name: FunctionName, event: unknown): Promise<Invocation> => {
    const { timeoutSeconds, memoryMegabytes }: FunctionDescription = functions[name];
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > payloadLimit) return { kind: "too-large" };
    const requestId = randomUUID();
    let time: ReturnType<typeof timeLimit> | undefined;
    try {
      // As on Lambda, loading is no part of a function's time: a busy machine may take long for it.
      await runner.warm?.(name);
      const milliseconds = timeoutSeconds * 1000;
      const context = { requestId, functionName: name, memoryMegabytes, deadline: Date.now() + milliseconds };
      time = timeLimit(milliseconds);
      const payload = await Promise.race([runner.run(name, text, context), time.up]);
      if (payload === timeIsUp) {
        runner.abandon?.(name);
        log(name, `${requestId} Task timed out after ${timeoutSeconds}.00 seconds`);
        return { kind: "timed-out" };
      }
      if (Buffer.byteLength(payload) > payloadLimit) {
        return { kind: "failed", errorType: "Function.ResponseSizeTooLarge", errorMessage: "Response is over 6 MB" };
      }
      return { kind: "answered", payload };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      log(name, `${requestId} ERROR ${errorType}: ${errorMessage}`);
      return { kind: "failed", errorType, errorMessage };
    } finally {
      time?.stop();
    }
  };
  return { invoke, warm: async (name) => runner.warm?.(name), close: () => runner.close() };
};

const timeIsUp = Symbol("time is up");

const timeLimit = (milliseconds: number) => {
  let timer: NodeJS.Timeout | undefined;
  const up = new Promise<typeof timeIsUp>((resolve) => {
    timer = setTimeout(resolve, milliseconds, timeIsUp);
  });
  return { up, stop: () => clearTimeout(timer) };
};

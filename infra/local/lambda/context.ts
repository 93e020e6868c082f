import type { Context } from "aws-lambda";
import { arnOf } from "../place.ts";

/** What travels with an invocation; the thread that runs it makes Lambda's context of it. */
export interface InvocationContext {
  readonly requestId: string;
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly deadline: number;
}

export const lambdaContext = ({ requestId, functionName, memoryMegabytes, deadline }: InvocationContext): Context => ({
  awsRequestId: requestId,
  functionName,
  functionVersion: "$LATEST",
  invokedFunctionArn: arnOf("lambda", `function:${functionName}`),
  memoryLimitInMB: String(memoryMegabytes),
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  // Gone from the service since Node 24; kept by the type.
  done: refuse,
  fail: refuse,
  succeed: refuse,
});

const refuse = (): never => {
  throw new Error("Functions answer with a promise; Lambda's callbacks are gone.");
};

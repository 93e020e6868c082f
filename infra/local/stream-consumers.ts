import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { type FunctionName, functions } from "../../functions/functions.ts";
import type { FunctionHost, Invocation } from "./lambda/function-host.ts";

const consumers = (Object.keys(functions) as FunctionName[]).filter(
  (name) => functions[name].trigger.kind === "stream",
);

/**
 * Brings one batch to every function behind the stream. There each has a place of its own in the stream; here they share
 * one, so that what one of them fails comes to all of them again: at least once, as it may there.
 */
export const invokeConsumers = async (
  host: Pick<FunctionHost, "invoke">,
  event: DynamoDBStreamEvent,
): Promise<Invocation> => {
  const results = await Promise.all(consumers.map((name) => host.invoke(name, event)));
  const failures: DynamoDBBatchResponse["batchItemFailures"] = [];
  for (const result of results) {
    if (result.kind !== "answered") return result;
    const answer = JSON.parse(result.payload) as Partial<DynamoDBBatchResponse> | null;
    failures.push(...(answer?.batchItemFailures ?? []));
  }
  return { kind: "answered", payload: JSON.stringify({ batchItemFailures: failures }) };
};

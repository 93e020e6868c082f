import { type DurableContext, withDurableExecution } from "@aws/durable-execution-sdk-js";
import { LocalDurableTestRunner, WaitingOperationStatus } from "@aws/durable-execution-sdk-js-testing";
import type { Contender, Flow } from "../contender.ts";
import { dataflow, repeatCall } from "../recorded-calls.ts";

export const durableTitle = "Lambda durable functions (local runner)";

const person = "person";

/**
 * The flow on Lambda durable functions, in Amazon's own local runner, in real time: one execution, a step for each call,
 * a callback for the person. Each step waits for its inputs inside a context of its own (virtual: not checkpointed), so
 * that a step starts when its inputs are there. The runner keeps its state in the memory of a worker thread; the service
 * has a network in between, which is not measured here.
 */
export const durableFunctions = async (): Promise<Contender> => {
  await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
  const flows = new Map<string, Flow>();
  const handler = withDurableExecution(async ({ id }: { readonly id: string }, context: DurableContext) => {
    const { definition, phases, call, keep } = flows.get(id) as Flow;
    for (const [number, calls] of phases.entries()) {
      if (number > 0) await context.waitForCallback(person, async () => {});
      await dataflow(definition, calls, (recorded, inputs) =>
        context.runInChildContext(
          recorded.step,
          async (child) => {
            await inputs;
            await child.step(recorded.step, async () => {
              const result = await repeatCall(call, recorded);
              await keep(recorded.step, result);
              return result;
            });
          },
          { virtualContext: true },
        ),
      );
    }
  });
  return {
    title: durableTitle,
    async run(flow) {
      flows.set(flow.id, flow);
      const runner = new LocalDurableTestRunner({ handlerFunction: handler });
      const execution = runner.run({ payload: { id: flow.id } });
      if (flow.phases.length > 1) {
        const waiting = runner.getOperation(person);
        await waiting.waitForData(WaitingOperationStatus.SUBMITTED);
        await waiting.sendCallbackSuccess("confirmed");
      }
      const result = await execution;
      flows.delete(flow.id);
      if (result.getStatus() !== "SUCCEEDED") throw new Error(`${flow.id}: ${result.getStatus()}`);
      const operations = result.getOperations();
      const times = result.getInvocations().map(({ startTimestamp, endTimestamp }) => {
        if (!startTimestamp || !endTimestamp) throw new Error(`${flow.id}: an invocation without an end`);
        return endTimestamp.getTime() - startTimestamp.getTime();
      });
      return {
        // The start of an execution is an operation, too.
        units: 1 + operations.length,
        invocations: times.length,
        lambdaMilliseconds: times.reduce((sum, time) => sum + time, 0),
        keptBytes: Buffer.byteLength(JSON.stringify(operations.map((each) => each.getOperationData()))),
      };
    },
    close: () => LocalDurableTestRunner.teardownTestEnvironment(),
  };
};

import type { Contender } from "../contender.ts";
import { dataflow, repeatCall } from "../recorded-calls.ts";

export const bareTitle = "bare calls";

/**
 * The bare critical path: the same calls in the same order of dependence, each started the moment those it builds on
 * have answered, with no case, no store and no rule in between. What an engine takes more is its own cost.
 */
export const bareCalls = (): Contender => ({
  title: bareTitle,
  async run({ definition, phases, call }) {
    for (const calls of phases) {
      await dataflow(definition, calls, async (recorded, inputs) => {
        await inputs;
        await repeatCall(call, recorded);
      });
    }
    return { units: 0, invocations: 0, lambdaMilliseconds: 0, keptBytes: 0 };
  },
  close: async () => {},
});

import { StateMachine } from "aws-local-stepfunctions";
import type { Package } from "../../../../shared/packages/package.ts";
import type { Contender, Flow } from "../contender.ts";
import { repeatCall, wavesOf } from "../recorded-calls.ts";

export const stepTitle = "Step Functions language (local interpreter)";

type State = Readonly<Record<string, unknown>>;

const person = "person";

/**
 * The package in the language of Step Functions, by a local interpreter. The language has no graph of tasks, so the calls
 * go in waves of `Parallel`. Each task is a Lambda function's, which finds out by itself whether it applies: a `Choice`
 * before it would be dearer. The person's answer is a task that is answered at once. The interpreter takes no time
 * between states; the service has a hop there, which is not measured here.
 */
export const stepFunctions = (): Contender => {
  const machines = new Map<string, StateMachine>();
  return {
    title: stepTitle,
    async run(flow) {
      const shape = flow.phases.map((calls) => calls.map(({ step }) => step).sort()).join(" | ");
      const machine = machines.get(shape) ?? machineOf(flow);
      machines.set(shape, machine);
      let [invocations, lambdaMilliseconds, keptBytes] = [0, 0, 0];
      const recorded = new Map(flow.phases.flat().map((each) => [each.step, each]));
      const handlerOf = (step: string) => async () => {
        const startedAt = performance.now();
        const call = recorded.get(step);
        if (call) {
          const result = await repeatCall(flow.call, call);
          await flow.keep(step, result);
          keptBytes += Buffer.byteLength(JSON.stringify(result));
        }
        invocations += 1;
        lambdaMilliseconds += performance.now() - startedAt;
        return {};
      };
      const execution = machine.run(
        {},
        {
          overrides: {
            taskResourceLocalHandlers: {
              ...Object.fromEntries(tasksOf(flow.definition).map((step) => [step, handlerOf(step)])),
              [person]: async () => ({}),
            },
          },
        },
      );
      let units = 0;
      const counting = (async () => {
        for await (const { type } of execution.eventLogs) if (type.endsWith("StateEntered")) units += 1;
      })();
      await execution.result;
      await counting;
      return { units, invocations, lambdaMilliseconds, keptBytes };
    },
    close: async () => {},
  };
};

const tasksOf = ({ steps }: Package): string[] => steps.filter(({ performs }) => performs).map(({ id }) => id);

const machineOf = ({ definition, phases }: Flow): StateMachine => {
  const [opening = []] = phases;
  const first = new Set(opening.map(({ step }) => step));
  const later = new Set(tasksOf(definition).filter((step) => !first.has(step)));
  const waves = [...wavesOf(definition, first), [person], ...wavesOf(definition, later)];
  // A wave of one task needs no `Parallel` around it.
  const names = waves.map((wave, index) => (wave.length === 1 ? (wave[0] ?? "") : `wave-${index}`));
  const States = Object.fromEntries(
    waves.map((wave, index) => {
      const next = names[index + 1];
      const state = wave.length === 1 ? taskOf(wave[0] ?? "") : parallelOf(wave);
      return [names[index], { ...state, ...(next === undefined ? { End: true } : { Next: next }) }];
    }),
  );
  return new StateMachine({ StartAt: names[0], States } as never);
};

const taskOf = (step: string): State => ({
  Type: "Task",
  Resource: `arn:aws:lambda:us-east-1:000000000000:function:${step}`,
  ResultPath: null,
});

const parallelOf = (steps: readonly string[]): State => ({
  Type: "Parallel",
  ResultPath: null,
  Branches: steps.map((step) => ({ StartAt: step, States: { [step]: { ...taskOf(step), End: true } } })),
});

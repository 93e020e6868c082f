import type { AnyOperation, CallAuthority, CallOptions } from "../../../shared/connectors/operation.ts";
import { predecessorsOf } from "../../../shared/packages/define-package.ts";
import type { Package } from "../../../shared/packages/package.ts";

/** A call that a case made to an authority, for which step. */
export interface RecordedCall {
  readonly step: string;
  readonly operation: AnyOperation;
  readonly request: unknown;
  readonly options: CallOptions;
}

/** Passes calls on and remembers them. */
export const recording = (call: CallAuthority): { readonly call: CallAuthority; readonly calls: RecordedCall[] } => {
  const calls: RecordedCall[] = [];
  return {
    calls,
    call: (operation, request, options) => {
      calls.push({ step: options.key.split(":")[1] ?? "", operation, request, options });
      return call(operation, request, options);
    },
  };
};

/** Makes a recorded call once more, to authorities to whom it is new. */
export const repeatCall = async (
  call: CallAuthority,
  { step, operation, request, options }: RecordedCall,
): Promise<unknown> => {
  const outcome = await call(operation, request, options);
  if (outcome.kind !== "answered") {
    throw new Error(`${step}: ${outcome.kind} ${outcome.kind === "refused" ? outcome.code : ""}`);
  }
  return outcome.answer;
};

/**
 * Starts calls in the order in which their steps depend on one another. `start` is called once for each, always in the
 * same order, with a promise of everything that the call builds on.
 */
export const dataflow = async (
  definition: Package,
  calls: readonly RecordedCall[],
  start: (recorded: RecordedCall, inputs: Promise<unknown>) => Promise<unknown>,
): Promise<void> => {
  const predecessors = predecessorsOf(definition);
  const byStep = new Map(calls.map((each) => [each.step, each]));
  const begun = new Map<string, Promise<unknown>>();
  const begin = (step: string): Promise<unknown> => {
    const known = begun.get(step);
    if (known) return known;
    const inputs = Promise.all((predecessors.get(step) ?? []).map(begin));
    const recorded = byStep.get(step);
    const promise = recorded ? start(recorded, inputs) : inputs;
    begun.set(step, promise);
    return promise;
  };
  await Promise.all(definition.steps.map(({ id }) => begin(id)));
};

/**
 * The steps that call an authority in waves: all of a wave are over before the next begins, as a language without a graph
 * of tasks has it.
 */
export const wavesOf = (definition: Package, steps: ReadonlySet<string>): readonly (readonly string[])[] => {
  const predecessors = predecessorsOf(definition);
  const depths = new Map<string, number>();
  const depthOf = (step: string): number => {
    const known = depths.get(step);
    if (known !== undefined) return known;
    const before = Math.max(0, ...(predecessors.get(step) ?? []).map(depthOf));
    const depth = before + (steps.has(step) ? 1 : 0);
    depths.set(step, depth);
    return depth;
  };
  return [...Map.groupBy(steps, depthOf)].sort(([one], [other]) => one - other).map(([, wave]) => wave);
};

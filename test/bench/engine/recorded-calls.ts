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

/**
 * The bare critical path: the same calls in the same order of dependence, each started the moment those it builds on
 * have answered - with no case, no store and no rule in between. What the engine takes more is its own cost. The calls
 * go to authorities that have seen the same cases before, so that they do the same work as for the engine. A person
 * stands between two phases: nothing of the second begins before the first is over.
 */
export const callBare = async (
  call: CallAuthority,
  definition: Package,
  phases: readonly (readonly RecordedCall[])[],
): Promise<void> => {
  const predecessors = predecessorsOf(definition);
  const done = new Set<string>();
  for (const calls of phases) {
    const byStep = new Map(calls.map((each) => [each.step, each]));
    const running = new Map<string, Promise<void>>();
    const run = (step: string): Promise<void> => {
      const known = running.get(step);
      if (known) return known;
      const promise = (async () => {
        await Promise.all((predecessors.get(step) ?? []).map(run));
        const recorded = byStep.get(step);
        if (!recorded || done.has(step)) return;
        const outcome = await call(recorded.operation, recorded.request, recorded.options);
        if (outcome.kind !== "answered") throw new Error(`${step}: ${outcome.kind}`);
        done.add(step);
      })();
      running.set(step, promise);
      return promise;
    };
    await Promise.all(definition.steps.map(({ id }) => run(id)));
  }
};

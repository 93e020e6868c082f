import type { Case } from "../../cases/case.ts";
import { valuesOf } from "../../cases/values.ts";
import type { AwaitedPeople, FactReader, Step } from "../../packages/package.ts";

/** The people whom a step really waits for while its authority's late answer hangs on them; nothing where it does not. */
export const awaitedPeople = (current: Case, step: Step, reader: FactReader): AwaitedPeople | undefined => {
  const state = current.steps[step.id];
  if (current.status !== "open" || state?.status !== "waiting" || state.waitsFor !== step.performs?.authority) return;
  return step.awaitsPeople?.(valuesOf(current), reader);
};

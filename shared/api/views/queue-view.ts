import type { Case } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import type { Package } from "../../packages/package.ts";
import type { Caller } from "../../people/caller.ts";
import type { QueuedCase } from "../resources/queue.ts";
import { summarizeCase } from "./case-view.ts";
import { named } from "./names.ts";
import { claimOf } from "./officer-view.ts";

/** A case in an office's queue: what of it waits for an officer or is late, the most urgent first. */
export const viewQueued = (packages: readonly Package[], current: Case, caller: Caller): QueuedCase => {
  const definition = packageOf(packages, current);
  const waiting = definition.steps.flatMap(({ id, name }) => {
    const state = current.steps[id];
    if (state?.status !== "waiting" || state.waitsFor === undefined) return [];
    if (state.waitsFor !== "officer" && !state.isOverdue) return [];
    return [
      {
        stepId: id,
        name,
        waitsFor: named(definition, state.waitsFor),
        ...(state.because && { because: state.because }),
        since: state.since,
        ...(state.promisedBy && { promisedBy: state.promisedBy }),
        isOverdue: state.isOverdue ?? false,
        claim: claimOf(state, caller),
      },
    ];
  });
  waiting.sort((one, other) => ((one.promisedBy ?? one.since) < (other.promisedBy ?? other.since) ? -1 : 1));
  return { ...summarizeCase(packages, current, caller), waiting };
};

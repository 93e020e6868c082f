import { haveBegun } from "../cases/begin-anew.ts";
import type { Case } from "../cases/case.ts";
import { factsBefore } from "../cases/step-work.ts";
import { valuesOf } from "../cases/values.ts";
import { authorities } from "../connectors/authorities.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { automaticFrom, irreversibleFrom } from "../packages/define-package.ts";
import { resultsSchema } from "../packages/form.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { demandOfficer } from "./decide-step.ts";
import { parseFields } from "./parse-fields.ts";
import { readCase, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface TakeOverDecision {
  readonly caller: Caller;
  readonly caseId: string;
  readonly stepId: string;
  readonly reason: string;
  /** Every fact that the step gives; null where it does not arise. */
  readonly results: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * An officer puts their own decision in the place of a rule's, for as long as the facts that it was made on stay as they
 * are. What builds on it by itself is done anew; an act whose request does not change stands. A case that was completed
 * or refused is open again for that.
 * @throws Refusal `officer-only`, `case-not-found`, `step-not-found`, `step-not-automatic` for what no rule has decided,
 * `takeover-too-late` once something irreversible, or something that is with an authority now, builds on it,
 * `answers-invalid`, `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const takeOverDecision = async (world: World, request: TakeOverDecision): Promise<Case> => {
  const { caller, caseId, stepId, reason } = request;
  demandOfficer(caller);
  const found = await readCase(world, { caller, caseId });
  const { definition, step } = stepOf(world, found, stepId);
  if (!step.decide) throw new Refusal("step-not-automatic", { caseId, stepId });
  const results = parseFields(resultsSchema(definition, step), request.results, "answers-invalid", "/results");
  const content = { verb: "take-over", stepId, reason, results };
  const again = automaticFrom(definition, [stepId]);
  const unlessBegun = irreversibleFrom(definition, stepId);
  return requestChange(world, found, { ...request, content, takesClosed: true }, (current, now) => {
    const status = current.steps[stepId]?.status;
    if (status !== "done" && status !== "refused") throw new Refusal("step-not-automatic", { caseId, stepId });
    const late = [
      ...unlessBegun.filter((id) => haveBegun(current, [id])),
      ...again.filter((id) => isAway(current, id)),
    ];
    if (late[0] !== undefined) throw new Refusal("takeover-too-late", { caseId, stepId: late[0] });
    const about = factsBefore(step, valuesOf(current));
    const decision = { approved: true, reason, results, by: caller.key, at: now, about };
    return [{ type: "taken-over", step: stepId, at: now, decision, again, unlessBegun }];
  });
};

/** With an authority, which answers later: asked anew now, it would have two requests before it. */
const isAway = ({ steps }: Case, id: string): boolean => {
  const { status, waitsFor = "" } = steps[id] ?? {};
  return status === "waiting" && Object.hasOwn(authorities, waitsFor);
};

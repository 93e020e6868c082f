import { authorisationEnded } from "../cases/authorisation-ended.ts";
import { authorisationsIn, opening } from "../cases/authorisations.ts";
import { stepsInEffect } from "../cases/begin-anew.ts";
import type { Case } from "../cases/case.ts";
import type { Change } from "../cases/change.ts";
import { packageOf } from "../cases/engine.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { readCase } from "./read-case.ts";
import type { World } from "./world.ts";

export interface WithdrawAuthorisation {
  readonly caller: Caller;
  readonly caseId: string;
  /** The step by which it was given, or `opening`. */
  readonly stepId: string;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * A person takes back an authorisation of their own (个人信息保护法 第十五条). From this write on nothing is looked up
 * under it. Until something irreversible has come of it, what was found under it is erased and they are asked again; the
 * consent of the opening takes the case with it. Whatever version of the case the person has seen, it is done.
 * @throws Refusal `case-not-found`, `step-not-found`, `authorisation-not-given`, `case-closed`, `idempotency-key-reused`
 */
export const withdrawAuthorisation = async (world: World, request: WithdrawAuthorisation): Promise<Case> => {
  const { caller, caseId, stepId } = request;
  const found = await readCase(world, { caller, caseId });
  const definition = packageOf(world.packages, found);
  if (stepId !== opening && !definition.steps.some(({ id }) => id === stepId)) {
    throw new Refusal("step-not-found", { caseId, stepId });
  }
  return requestChange(world, found, { ...request, content: { verb: "end", stepId } }, (current, now): Change[] => {
    const isGiven = authorisationsIn(definition, current).some(
      ({ person, step, withdrawnAt }) =>
        person === caller.key && (step ?? opening) === stepId && withdrawnAt === undefined,
    );
    if (!isGiven) throw new Refusal("authorisation-not-given", { caseId, stepId });
    const lacking = { under: stepId, persons: [caller.key], why: "withdrawn" } as const;
    const ended = authorisationEnded(definition, lacking, now);
    const takesCaseWithIt = stepId === opening && stepsInEffect(definition, current).length === 0;
    return takesCaseWithIt ? [ended, { type: "withdrawn", at: now }] : [ended];
  });
};

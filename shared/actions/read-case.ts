import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Package, Step } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import type { World } from "./world.ts";

/**
 * Reads a case for one of its people or an officer of its office.
 * @throws Refusal `case-not-found`; a stranger learns no more than if it did not exist
 */
export const readCase = async (
  { cases }: Pick<World, "cases">,
  { caller, caseId }: { readonly caller: Caller; readonly caseId: string },
): Promise<Case> => {
  const found = await cases.read(caseId);
  if (!found || !maySee(found, caller)) throw new Refusal("case-not-found", { caseId });
  return found;
};

/** Whether a case is the caller's: as its opener, as a party, or as an officer of its office. */
export const maySee = (found: Case, caller: Caller): boolean =>
  found.openedBy === caller.key || rolesIn(found, caller).length > 0;

/** The roles that the caller has in a case. */
export const rolesIn = ({ parties, office }: Case, caller: Caller): readonly string[] => {
  const roles = parties.filter(({ person }) => person === caller.key).map(({ role }) => role);
  return caller.roles.includes("officer") && caller.office === office ? [...roles, "officer"] : roles;
};

/** A step of the case's own package. @throws Refusal `step-not-found` */
export const stepOf = (
  { packages }: Pick<World, "packages">,
  found: Case,
  stepId: string,
): { readonly definition: Package; readonly step: Step } => {
  const definition = packageOf(packages, found);
  const step = definition.steps.find(({ id }) => id === stepId);
  if (!step) throw new Refusal("step-not-found", { caseId: found.id, stepId });
  return { definition, step };
};

import { isInForce } from "../cases/mandate.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { type PolicyRoute, policy, type Rule, type Scope } from "../people/policy.ts";
import type { World } from "./world.ts";

export interface ActFor {
  readonly caller: Caller;
  readonly caseId: string;
  readonly mandateId: string;
}

/**
 * Whoever calls, as the person for whom they act in this case. From here on they have that person's rights in it, as far
 * as the mandate goes, and none of their own; what they change is recorded as theirs.
 * @throws Refusal `case-not-found` where they have no such mandate, `mandate-over` when it has ended,
 * `not-for-another` for what nobody can do for another, `mandate-too-narrow`
 */
export const actFor = async (
  { cases, clock }: Pick<World, "cases" | "clock">,
  { caller, caseId, mandateId }: ActFor,
): Promise<Caller> => {
  const found = await cases.read(caseId);
  const mandate = found?.mandates?.find(({ id, to }) => id === mandateId && to === caller.key);
  if (!mandate) throw new Refusal("case-not-found", { caseId });
  if (!isInForce(mandate, clock())) throw new Refusal("mandate-over", { caseId });
  const { scope }: Rule = caller.route ? policy[caller.route] : { callers: "anybody" };
  if (scope === undefined) throw new Refusal("not-for-another", { caseId });
  const { office: _office, ...person } = caller;
  const { from: key, kind, scopes } = mandate;
  const acting: Caller = { ...person, key, roles: ["resident"], actor: { key: caller.key, mandateId, kind, scopes } };
  demandScope(acting, scope);
  return acting;
};

/** @throws Refusal `mandate-too-narrow` when somebody acts for another who did not give them this */
export const demandScope = (caller: Caller, scope: Scope): void => {
  if (!hasScope(caller, scope)) throw new Refusal("mandate-too-narrow", { scope });
};

/** Whether this is somebody's to do: for another, only what they were given. */
export const hasScope = ({ actor }: Caller, scope: Scope): boolean => !actor || actor.scopes.includes(scope);

/** Whether somebody may do what a route does: whoever acts for another, as far as the mandate goes; all others, by it. */
export const mayDoUnderMandate = (caller: Caller, route: PolicyRoute): boolean => {
  const { scope }: Rule = policy[route];
  return scope === undefined ? caller.actor === undefined : hasScope(caller, scope);
};

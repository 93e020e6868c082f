import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import { isInForce, type Mandate } from "../cases/mandate.ts";
import { recordsNaming } from "../cases/objections.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Package, Step } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import type { PersonKey } from "../people/person-key.ts";
import { mayTouch, policy, type Relation, type Rule, roles } from "../people/policy.ts";
import { type NotingWorld, noteReading } from "./note-reading.ts";
import type { World } from "./world.ts";

/** What it takes to read a case, and to note that it is read. */
export type ReadingWorld = Pick<World, "cases"> & NotingWorld;

/**
 * Reads a case for whoever the policy lets see it, or do what the caller's route does; that it is read, is noted first.
 * @throws Refusal `case-not-found`, by which a stranger learns no more than if it did not exist; what the route's row in
 * the policy says, usually `not-your-case`, to those of its people who may not
 */
export const readCase = async (world: ReadingWorld, request: CaseRequest): Promise<Case> => {
  const found = await readCaseUnnoted(world, request);
  await noteReading(world, found, request.caller);
  return found;
};

interface CaseRequest {
  readonly caller: Caller;
  readonly caseId: string;
}

/** The same for whoever notes the read in a way of their own. */
export const readCaseUnnoted = async (
  world: Pick<World, "cases" | "clock" | "hash">,
  { caller, caseId }: CaseRequest,
): Promise<Case> => {
  const found = await world.cases.read(caseId);
  const rule: Rule = caller.route ? policy[caller.route] : usual;
  const relations = found
    ? [...relationsOf(found, caller, world.clock()), ...subjectOf(world, found, caller, rule)]
    : [];
  if (!found || relations.length === 0) throw new Refusal("case-not-found", { caseId });
  if (!mayTouch(rule, relations)) throw new Refusal(rule.refusal ?? "not-your-case", { caseId });
  return found;
};

/** Whatever no route asks for. */
const usual: Rule = { callers: roles };

/** Looked for only where a row lets them in: everywhere else whom a record names is a stranger. */
const subjectOf = (
  { hash }: Pick<World, "hash">,
  found: Case,
  { key }: Caller,
  { relations = [] }: Rule,
): readonly Relation[] => {
  if (!relations.includes("subject") || isOneOfIts(found, key)) return [];
  const hasObjected = found.objections?.some(({ person }) => person === key);
  return hasObjected || recordsNaming(hash, found, key).size > 0 ? ["subject"] : [];
};

const isOneOfIts = ({ openedBy, parties }: Case, key: PersonKey): boolean =>
  openedBy === key || parties.some(({ person }) => person === key);

/** What the caller is to a case, now; nothing for a stranger, nor for whom only a record names. */
export const relationsOf = (found: Case, caller: Caller, now: Instant): readonly Exclude<Relation, "subject">[] => {
  const { openedBy, parties, office, mandates = [] } = found;
  const holds: Readonly<Record<Exclude<Relation, "subject">, boolean>> = {
    opener: openedBy === caller.key,
    party: parties.some(({ person }) => person === caller.key),
    officer: caller.roles.includes("officer") && caller.office === office,
    hotline: caller.roles.includes("hotline"),
    delegate: mandates.some((mandate) => mandate.to === caller.key && isInForce(mandate, now)),
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((relation) => holds[relation]);
};

/** The mandates under which the caller may read a case for somebody, now. */
export const mandatesOf = ({ mandates = [] }: Case, { key }: Caller, now: Instant): readonly Mandate[] =>
  mandates.filter((mandate) => mandate.to === key && mandate.scopes.includes("read") && isInForce(mandate, now));

/** Whether a case is the caller's: as its opener, as a party, or as an officer of its office. */
export const maySee = (found: Case, caller: Caller): boolean =>
  found.openedBy === caller.key || rolesIn(found, caller).length > 0;

/** The roles that the caller has in a case. */
export const rolesIn = ({ parties, office }: Case, caller: Caller): readonly string[] => {
  const held = parties.filter(({ person }) => person === caller.key).map(({ role }) => role);
  return caller.roles.includes("officer") && caller.office === office ? [...held, "officer"] : held;
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

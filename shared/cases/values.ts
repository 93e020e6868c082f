import type { Package } from "../packages/package.ts";
import { planOf, type Standing } from "../packages/plan.ts";
import type { Case } from "./case.ts";

/** The values of a case's facts, as steps see them; an officer's decision is one of them. */
export const valuesOf = ({ facts, steps }: Case): Values => {
  const decisions: Record<string, unknown> = {};
  for (const [id, { decision }] of Object.entries(steps)) if (decision) decisions[`officerDecision.${id}`] = decision;
  const values = valuesIn(facts);
  return Object.keys(decisions).length === 0 ? values : { ...values, ...decisions };
};

/** Where every step of a case stands, by the package that it is pinned to. */
export const planOfCase = (definition: Package, current: Case): ReadonlyMap<string, Standing> => {
  const known = knownPlans.get(current);
  if (known) return known;
  const plan = planOf(definition, { values: valuesOf(current), steps: current.steps });
  knownPlans.set(current, plan);
  return plan;
};

const valuesIn = (facts: Case["facts"]): Values => {
  const known = knownValues.get(facts);
  if (known) return known;
  const values: Record<string, unknown> = {};
  for (const [name, { value }] of Object.entries(facts)) values[name] = value;
  knownValues.set(facts, values);
  return values;
};

type Values = Readonly<Record<string, unknown>>;

/** A case is never altered, only followed by another: what follows from it is reckoned once, and asked for all the time. */
const knownPlans = new WeakMap<Case, ReadonlyMap<string, Standing>>();
const knownValues = new WeakMap<Case["facts"], Values>();

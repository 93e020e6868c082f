import type { Package } from "../packages/package.ts";
import { planOf, type Standing } from "../packages/plan.ts";
import type { Case } from "./case.ts";

/** The values of a case's facts, as steps see them; an officer's decision is one of them. */
export const valuesOf = (current: Case): Values => {
  const known = values.get(current);
  if (known) return known;
  const found: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(current.facts)) found[name] = fact.value;
  for (const [id, state] of Object.entries(current.steps)) {
    if (state.decision) found[`officerDecision.${id}`] = state.decision;
  }
  values.set(current, found);
  return found;
};

/** Where every step of a case stands, by the package that it is pinned to. */
export const planOfCase = (definition: Package, current: Case): ReadonlyMap<string, Standing> => {
  const known = plans.get(current);
  if (known) return known;
  const found = planOf(definition, { values: valuesOf(current), steps: current.steps });
  plans.set(current, found);
  return found;
};

type Values = Readonly<Record<string, unknown>>;

/** A case is never altered, only followed by another: what follows from it is reckoned once, and asked for all the time. */
const values = new WeakMap<Case, Values>();
const plans = new WeakMap<Case, ReadonlyMap<string, Standing>>();

import { type Condition, factsOf } from "../../shared/packages/condition.ts";
import { awaitedFacts, givenFacts, predecessorsOf } from "../../shared/packages/define-package.ts";
import type { Package, Step } from "../../shared/packages/package.ts";
import { planOf } from "../../shared/packages/plan.ts";
import type { StepStatus } from "../../shared/packages/step-status.ts";

/** What exploring a package came to. */
export interface Exploration {
  /** Ways in which everybody - authorities, officers, applicants, rules - can answer, from the opening to the end. */
  readonly paths: bigint;
  /** Distinct situations that had to be looked at. */
  readonly situations: number;
  /** Situations in which a step could neither begin nor be given up: a case would hang there. */
  readonly stuck: readonly string[];
  /** How many paths end with every applicable step done, and with something refused. */
  readonly completed: bigint;
  readonly refused: bigint;
}

interface Situation {
  readonly values: Readonly<Record<string, unknown>>;
  readonly statuses: Readonly<Record<string, StepStatus>>;
  readonly hasRefusal: boolean;
  readonly paths: bigint;
}

/**
 * Walks through every combination of answers that a package can meet. Steps are taken in the order of their dependence,
 * since what they come to does not hang on who is faster; each that can begin ends done, with every value that a
 * condition tells apart, or refused. Situations that later steps cannot tell apart are looked at once, and their ways
 * added up; so the count is exact without walking each way.
 */
export const explorePaths = (definition: Package): Exploration => {
  const domains = domainsOf(definition);
  const ordered = inOrder(definition, domains);
  const stuck: string[] = [];
  let situations = [...openings(definition, domains)];
  let looked = situations.length;
  for (const [index, step] of ordered.entries()) {
    const project = projectionFor(definition, ordered.slice(index + 1));
    const merged = new Map<string, Situation>();
    for (const situation of situations) {
      for (const next of outcomesOf(definition, domains, step, situation, stuck)) {
        const live = project(next);
        const key = JSON.stringify([live.values, live.statuses, live.hasRefusal]);
        const known = merged.get(key);
        merged.set(key, known ? { ...known, paths: known.paths + live.paths } : live);
      }
    }
    situations = [...merged.values()];
    looked += situations.length;
  }
  const sum = (fits: (situation: Situation) => boolean) =>
    situations.filter(fits).reduce((total, { paths }) => total + paths, 0n);
  return {
    paths: sum(() => true),
    situations: looked,
    stuck,
    completed: sum(({ hasRefusal }) => !hasRefusal),
    refused: sum(({ hasRefusal }) => hasRefusal),
  };
};

function* outcomesOf(
  definition: Package,
  domains: Domains,
  step: Step,
  situation: Situation,
  stuck: string[],
): Generator<Situation> {
  const steps = Object.fromEntries(Object.entries(situation.statuses).map(([id, status]) => [id, { status }]));
  const standing = planOf(definition, { values: situation.values, steps }).get(step.id);
  const become = (status: StepStatus, values = situation.values, hasRefusal = situation.hasRefusal): Situation => ({
    values,
    statuses: { ...situation.statuses, [step.id]: status },
    hasRefusal,
    paths: situation.paths,
  });
  switch (standing?.kind) {
    case "not-applicable":
      yield become("not-applicable");
      return;
    case "blocked":
      yield become("blocked", situation.values, true);
      return;
    case "ready":
      yield become("refused", situation.values, true);
      for (const given of combinations(tellingFacts(definition, step), step.asks?.optional ?? [], domains)) {
        yield become("done", { ...situation.values, ...given });
      }
      return;
    default:
      stuck.push(`${step.id} is ${standing?.kind} after ${JSON.stringify(situation.statuses)}`);
      yield become("blocked", situation.values, true);
  }
}

/** Of what a step gives, the facts by which another step's fate is decided: those it needs, shows or has a condition on. */
const tellingFacts = ({ steps }: Package, step: Step): readonly string[] => {
  const decisive = new Set(
    steps.flatMap(({ needs, asks, appliesWhen }) => [
      ...needs,
      ...(asks?.shows ?? []),
      ...(appliesWhen ? factsOf(appliesWhen) : []),
    ]),
  );
  return givenFacts(step).filter((fact) => decisive.has(fact));
};

type Domains = ReadonlyMap<string, readonly unknown[]>;

/** For each fact that a condition looks at: the values it names, and one that it does not. */
const domainsOf = (definition: Package): Domains => {
  const domains = new Map<string, Set<unknown>>();
  const add = (fact: string, values: readonly unknown[]) => {
    const known = domains.get(fact) ?? new Set<unknown>(["something else"]);
    for (const value of values) known.add(value);
    domains.set(fact, known);
  };
  const visit = (condition: Condition): void => {
    if ("all" in condition) condition.all.forEach(visit);
    else if ("any" in condition) condition.any.forEach(visit);
    else if ("not" in condition) visit(condition.not);
    else if ("equals" in condition) add(condition.fact, [condition.equals]);
    else if ("oneOf" in condition) add(condition.fact, condition.oneOf);
    else if ("includes" in condition) add(condition.fact, [`[${condition.includes}]`]);
    else add(condition.fact, []);
  };
  for (const { appliesWhen } of definition.steps) if (appliesWhen) visit(appliesWhen);
  return new Map([...domains].map(([fact, values]) => [fact, [...values].map(asList)]));
};

/** `[x]` stands for a list with x in it. */
const asList = (value: unknown): unknown =>
  typeof value === "string" && value.startsWith("[") ? [value.slice(1, -1)] : value;

/** Every choice of values for these facts; an optional one may also be missing. */
function* combinations(
  facts: readonly string[],
  optional: readonly string[],
  domains: Domains,
): Generator<Record<string, unknown>> {
  const [first, ...rest] = facts;
  if (first === undefined) {
    yield {};
    return;
  }
  const values: unknown[] = [...(domains.get(first) ?? ["given"])];
  if (optional.includes(first)) values.push(undefined);
  for (const others of combinations(rest, optional, domains)) {
    for (const value of values) yield value === undefined ? others : { ...others, [first]: value };
  }
}

function* openings({ opensWith, facts }: Package, domains: Domains): Generator<Situation> {
  const given = "opener" in facts ? [...opensWith, "opener"] : opensWith;
  for (const values of combinations(given, [], domains)) yield { values, statuses: {}, hasRefusal: false, paths: 1n };
}

/**
 * Keeps what later steps can tell apart: values that a condition names, of other facts only that they are there, and of a
 * step only whether it failed, and only where that still matters.
 */
const projectionFor = (definition: Package, later: readonly Step[]): ((situation: Situation) => Situation) => {
  const facts = new Set(later.flatMap((step) => [...awaitedFacts(step), ...(step.asks?.shows ?? [])]));
  const conditionFacts = new Set(later.flatMap(({ appliesWhen }) => (appliesWhen ? factsOf(appliesWhen) : [])));
  const namedLater = new Set(later.flatMap(({ after }) => after ?? []));
  const gives = new Map(definition.steps.map((step) => [step.id, givenFacts(step).filter((fact) => facts.has(fact))]));
  return (situation) => {
    const values = Object.entries(situation.values)
      .filter(([fact]) => facts.has(fact))
      .map(([fact, value]) => [fact, conditionFacts.has(fact) ? value : "given"] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const lacks = (id: string) => gives.get(id)?.some((fact) => situation.values[fact] === undefined) ?? false;
    const statuses = Object.entries(situation.statuses)
      .filter(([id]) => namedLater.has(id) || lacks(id))
      .map(([id, status]) => [id, status === "refused" || status === "blocked" ? "refused" : "done"] as const);
    return { ...situation, values: Object.fromEntries(values), statuses: Object.fromEntries(statuses) };
  };
};

/**
 * The steps so that each comes after all it waits for; of those that can come next, the one that leaves the fewest facts
 * for later. What steps come to does not hang on the order, the number of situations does.
 */
const inOrder = (definition: Package, domains: Domains): readonly Step[] => {
  const predecessors = predecessorsOf(definition);
  const ordered: Step[] = [];
  const waiting = new Set(definition.steps);
  while (waiting.size > 0) {
    const next = [...waiting].filter(({ id }) =>
      (predecessors.get(id) ?? []).every((before) => ordered.some((step) => step.id === before)),
    );
    const [best] = next.sort((one, other) => weightAfter(one) - weightAfter(other));
    if (!best) throw new Error("the steps wait for each other in a circle");
    ordered.push(best);
    waiting.delete(best);
  }
  return ordered;

  function weightAfter(step: Step): number {
    const later = [...waiting].filter((each) => each !== step);
    const asked = new Set(later.flatMap((each) => [...awaitedFacts(each), ...(each.asks?.shows ?? [])]));
    const given = [...ordered, step].flatMap(givenFacts).filter((fact) => asked.has(fact));
    return given.reduce((weight, fact) => weight + Math.log2(1 + (domains.get(fact)?.length ?? 1)), 0);
  }
};

import { factsOf } from "./condition.ts";
import type { Package, Step } from "./package.ts";

/** A package that contradicts itself. Thrown when it is loaded, so that it never meets a case. */
export class PackageInvalid extends Error {
  readonly faults: readonly string[];
  constructor(packageId: string, faults: readonly string[]) {
    super(`Package ${packageId} contradicts itself:\n- ${faults.join("\n- ")}`);
    this.name = "PackageInvalid";
    this.faults = faults;
  }
}

/**
 * Checks a package when it is loaded and returns it as it is.
 * @throws PackageInvalid with every fault found: a need that nobody gives, a fact with two givers, a cycle, a question
 * that no step needs, a fact that an authority holds but a person is asked, a person's step without a promise, names
 * that do not exist.
 */
export const definePackage = (definition: Package): Package => {
  const faults = [...findFaults(definition)];
  if (faults.length > 0) throw new PackageInvalid(definition.id, faults);
  return definition;
};

/** The facts that a step waits for, whatever it does with them. */
export const awaitedFacts = (step: Step): readonly string[] => [
  ...new Set([
    ...step.needs,
    ...(step.wants ?? []),
    ...(step.appliesWhen ? factsOf(step.appliesWhen) : []),
    ...(step.asks?.only === undefined ? [] : [step.asks.only]),
  ]),
];

/** What follows from a package alone is reckoned once: packages do not change, and a case looks at it after every step. */
export const oncePerPackage = <Found>(find: (definition: Package) => Found) => {
  const known = new WeakMap<Package, Found>();
  return (definition: Package): Found => {
    const found = known.get(definition) ?? find(definition);
    known.set(definition, found);
    return found;
  };
};

/** What a step brings into the case: answers of people included. */
export const givenFacts = (step: Step): readonly string[] => [
  ...new Set([...step.gives, ...(step.asks?.fields ?? []), ...(step.instead?.fields ?? [])]),
];

/** The steps, these included, that found or reckoned something from them: no person answers them. */
export const automaticFrom = (definition: Package, stepIds: readonly string[]): readonly string[] => {
  const predecessors = predecessorsOf(definition);
  const reached = new Set(stepIds);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { id } of definition.steps) {
      if (predecessors.get(id)?.some((before) => reached.has(before))) reached.add(id);
    }
  }
  return definition.steps
    .filter(({ id, asks, onRequest }) => reached.has(id) && !asks && !onRequest)
    .map(({ id }) => id);
};

/** The irreversible steps that build, near or far, on a step: once one has begun, it stays as it is. */
export const irreversibleFrom = (definition: Package, stepId: string): readonly string[] =>
  irreversibleByStep(definition).get(stepId) ?? [];

const irreversibleByStep = oncePerPackage((definition): ReadonlyMap<string, readonly string[]> => {
  const irreversible = definition.steps.filter(({ isIrreversible }) => isIrreversible);
  const building = (on: string) => irreversible.filter(({ id }) => buildsOn(definition, id, on)).map(({ id }) => id);
  return new Map(definition.steps.map(({ id }) => [id, building(id)]));
});

/** Whether a step comes, near or far, after another. */
const buildsOn = (definition: Package, stepId: string, other: string): boolean => {
  const predecessors = predecessorsOf(definition);
  const seen = new Set<string>();
  const reaches = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    return (predecessors.get(id) ?? []).some((before) => before === other || reaches(before));
  };
  return reaches(stepId);
};

/** Which step brings each fact; the facts that open the case have none. */
export const giversOf = oncePerPackage(
  (definition): ReadonlyMap<string, Step> =>
    new Map(definition.steps.flatMap((step) => givenFacts(step).map((fact) => [fact, step] as const))),
);

/** The steps by their ids. */
export const stepsById = oncePerPackage(
  (definition): ReadonlyMap<string, Step> => new Map(definition.steps.map((step) => [step.id, step])),
);

/** The steps that must be settled before each step may begin. */
export const predecessorsOf = oncePerPackage((definition): ReadonlyMap<string, readonly string[]> => {
  const givers = giversOf(definition);
  return new Map(
    definition.steps.map((step) => {
      const facts = [...awaitedFacts(step), ...(step.asks?.shows ?? [])];
      const fromFacts = facts.flatMap((fact) => givers.get(fact)?.id ?? []);
      return [step.id, [...new Set([...fromFacts, ...(step.after ?? [])])].filter((id) => id !== step.id)];
    }),
  );
});

function* findFaults(definition: Package): Generator<string> {
  const { steps, facts, roles, opensWith } = definition;
  const stepIds = new Set<string>();
  for (const { id } of steps) {
    if (stepIds.has(id)) yield `two steps are called ${id}`;
    stepIds.add(id);
  }
  const givers = new Map<string, string>(opensWith.map((fact) => [fact, "the opening"]));
  if ("opener" in facts) givers.set("opener", "the login");
  for (const step of steps) {
    for (const fact of givenFacts(step)) {
      const other = givers.get(fact);
      if (other !== undefined) yield `${fact} is given by ${other} and by ${step.id}`;
      givers.set(fact, step.id);
    }
  }
  const used = new Set<string>();
  for (const step of steps) {
    for (const fact of [...awaitedFacts(step), ...(step.asks?.shows ?? [])]) {
      used.add(fact);
      if (!givers.has(fact)) yield `${step.id} needs ${fact}, which nobody gives`;
    }
    for (const fact of step.compares?.flatMap((each) => each.facts) ?? []) {
      if (!awaitedFacts(step).includes(fact)) yield `${step.id} compares ${fact}, which it does not wait for`;
    }
    for (const id of step.after ?? []) if (!stepIds.has(id)) yield `${step.id} comes after ${id}, which does not exist`;
    yield* findFaultsOfQuestion(step, definition);
    yield* findFaultsOfLookUp(step, definition);
  }
  for (const role of Object.values(roles)) if (role.listedIn) used.add(role.listedIn);
  for (const step of steps) {
    for (const fact of step.asks?.fields ?? []) {
      const usedByItself = step.performs !== undefined || step.decide !== undefined || step.asks?.signs !== undefined;
      if (!used.has(fact) && !usedByItself) yield `${step.id} asks for ${fact}, which no step needs`;
    }
  }
  for (const fact of [...givers.keys(), ...used]) if (!(fact in facts)) yield `the fact ${fact} is not described`;
  for (const fact of Object.keys(facts))
    if (!givers.has(fact)) yield `the fact ${fact} is described but nobody gives it`;
  for (const role of definition.openedBy) if (!(role in roles)) yield `the opener's role ${role} is not described`;
  const cycle = findCycle(definition);
  if (cycle) yield `a cycle: ${cycle.join(" -> ")}`;
}

/** Roles that every package has without describing them: staff, and those who answer by a callback. */
const outsideRoles = new Set(["officer", "bank"]);

function* findFaultsOfQuestion(step: Step, { roles, facts }: Package): Generator<string> {
  for (const role of [...(step.onRequest?.by ?? []), ...(step.retriable?.by ?? [])])
    if (!(role in roles)) yield `${step.id} is for an unknown role to ask for`;
  if (!step.asks && !step.performs && !step.decide) yield `${step.id} neither asks, performs nor decides`;
  if (step.performs && step.decide) yield `${step.id} both performs and decides`;
  if (step.instead && !(step.instead.role in roles)) yield `${step.id} lets an unknown role state it instead`;
  for (const ask of [step.asks, step.instead]) {
    for (const fact of ask?.each ? ask.fields : []) {
      if (!facts[fact]?.isPerParty) yield `${step.id} asks each for ${fact}, which has no value per party`;
    }
  }
  if (!step.asks) return;
  if (!step.promise) yield `${step.id} asks a person and promises no time`;
  if (!(step.asks.role in roles) && !outsideRoles.has(step.asks.role)) yield `${step.id} asks an unknown role`;
  for (const fact of step.asks.fields) {
    if (facts[fact]?.holder) yield `${step.id} asks for ${fact}, which ${facts[fact].holder} holds`;
  }
  for (const fact of step.asks.optional ?? []) {
    if (!step.asks.fields.includes(fact)) yield `${step.id} calls ${fact} optional but does not ask for it`;
  }
}

/** Nobody is asked about without a word on why that is lawful. */
function* findFaultsOfLookUp(step: Step, definition: Package): Generator<string> {
  const { id, performs, looksUp = [], needs } = step;
  if (performs?.kind === "query" && looksUp.length === 0) {
    yield `${id} queries ${performs.authority} and does not say whose records these are and what allows it`;
  }
  for (const lookUp of looksUp) {
    if ("byLaw" in lookUp) continue;
    const { about, under } = lookUp;
    if (about !== undefined && !needs.includes(about)) yield `${id} looks up ${about}, which it does not need`;
    if (under === "opening") continue;
    const authorising = definition.steps.find((each) => each.id === under);
    if (!authorising?.asks) yield `${id} looks up under ${under}, by which nobody authorises anything`;
    else if (about === undefined) yield `${id} looks up under ${under} and does not say about whom`;
    else if (!buildsOn(definition, id, under)) yield `${id} looks up under ${under}, which need not have come before`;
  }
}

const findCycle = (definition: Package): readonly string[] | undefined => {
  const predecessors = predecessorsOf(definition);
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id].reverse();
    if (finished.has(id)) return undefined;
    for (const before of predecessors.get(id) ?? []) {
      const cycle = visit(before, [...path, id]);
      if (cycle) return cycle;
    }
    finished.add(id);
    return undefined;
  };
  for (const { id } of definition.steps) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
};

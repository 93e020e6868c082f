import { type FactValues, factsOf, judge } from "./condition.ts";
import { giversOf, stepsById } from "./define-package.ts";
import type { Package, Step } from "./package.ts";
import { isSettled, type StepStatus } from "./step-status.ts";

/** Where a step of a case stands. What has a state of its own is `under-way` or `settled`; the rest is derived. */
export type Standing =
  | { readonly kind: "settled" }
  | { readonly kind: "under-way" }
  | { readonly kind: "ready" }
  | { readonly kind: "not-applicable" }
  /** It builds on a step that was refused. */
  | { readonly kind: "blocked"; readonly by: string }
  /** It waits for these steps. */
  | { readonly kind: "pending"; readonly on: readonly string[] };

/** What the plan looks at: the values in hand and what became of each step so far. */
export interface Progress {
  readonly values: FactValues;
  readonly steps: Readonly<Record<string, { readonly status: StepStatus }>>;
}

/** Whether a step can still bring something; and if not, whether that is because it failed. */
type Prospect = "open" | "over" | "failed";

/** A fact that is not in hand, and who would give it. */
interface Missing {
  readonly fact: string;
  readonly giver: string;
  readonly prospect: Prospect;
}

/**
 * Where every step stands, in the package's order. Pure: the engine, the views and the scenarios read the same plan.
 * A step is ready when its condition can be decided, its needs are in hand, and what it wants or comes after is settled.
 */
export const planOf = (definition: Package, progress: Progress): ReadonlyMap<string, Standing> => {
  const givers = giversOf(definition);
  const byId = stepsById(definition);
  const standings = new Map<string, Standing>();

  const standingOf = (step: Step): Standing => {
    const known = standings.get(step.id);
    if (known) return known;
    const standing = derive(step);
    standings.set(step.id, standing);
    return standing;
  };

  const standingOfId = (id: string): Standing => {
    const step = byId.get(id);
    return step ? standingOf(step) : { kind: "settled" };
  };

  const prospect = (id: string): Prospect => {
    const status = progress.steps[id]?.status;
    if (status === "refused" || status === "blocked") return "failed";
    const { kind } = standingOfId(id);
    if (kind === "blocked") return "failed";
    return kind === "settled" || kind === "not-applicable" ? "over" : "open";
  };

  const missing = (facts: readonly string[]): Missing[] => {
    const found: Missing[] = [];
    for (const fact of facts) {
      if (progress.values[fact] !== undefined) continue;
      const giver = givers.get(fact);
      found.push({ fact, giver: giver?.id ?? "", prospect: giver ? prospect(giver.id) : "over" });
    }
    return found;
  };

  const derive = (step: Step): Standing => {
    const state = progress.steps[step.id];
    if (state && state.status !== "again") return { kind: isSettled(state) ? "settled" : "under-way" };
    if (step.onRequest && !state) return { kind: "not-applicable" };
    if (step.appliesWhen) {
      const unsettled = missing(factsOf(step.appliesWhen)).filter((each) => each.prospect !== "over");
      const applies = judge(step.appliesWhen, progress.values, (fact) => unsettled.some((each) => each.fact === fact));
      if (applies === undefined) {
        const open = unsettled.filter((each) => each.prospect === "open").map((each) => each.giver);
        if (open.length > 0) return { kind: "pending", on: [...new Set(open)] };
        return { kind: "blocked", by: unsettled[0]?.giver ?? "" };
      }
      if (!applies) return { kind: "not-applicable" };
    }
    const pending = new Set<string>();
    const needed = missing(step.needs);
    for (const each of step.asks?.shows ? [...needed, ...missing(step.asks.shows)] : needed) {
      if (each.prospect === "failed") return { kind: "blocked", by: each.giver };
      if (each.prospect === "open") pending.add(each.giver);
    }
    // A need that will never come because its step does not apply: there is nothing to do here either.
    if (pending.size === 0 && needed.length > 0) return { kind: "not-applicable" };
    for (const each of missing(step.wants ?? [])) if (each.prospect === "open") pending.add(each.giver);
    for (const id of step.after ?? []) {
      const expected = prospect(id);
      if (expected === "failed") return { kind: "blocked", by: id };
      if (expected === "open") pending.add(id);
    }
    return pending.size > 0 ? { kind: "pending", on: [...pending] } : { kind: "ready" };
  };

  for (const step of definition.steps) standingOf(step);
  return standings;
};

/** The longest chain of steps that must follow one another, in steps: the only thing that costs time. */
export const depthOf = (definition: Package, applies: (step: Step) => boolean = () => true): number => {
  const givers = giversOf(definition);
  const depths = new Map<string, number>();
  const depth = (step: Step): number => {
    const known = depths.get(step.id);
    if (known !== undefined) return known;
    const before = [...step.needs, ...(step.wants ?? []), ...(step.appliesWhen ? factsOf(step.appliesWhen) : [])]
      .flatMap((fact) => givers.get(fact) ?? [])
      .concat(definition.steps.filter(({ id }) => step.after?.includes(id)))
      .filter((each) => each.id !== step.id && applies(each));
    const value = 1 + Math.max(0, ...before.map(depth));
    depths.set(step.id, value);
    return value;
  };
  return Math.max(0, ...definition.steps.filter(applies).map(depth));
};

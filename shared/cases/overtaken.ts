import { calendarDateIn } from "../kernel/calendar-date.ts";
import { canonicalHash } from "../kernel/canonical-json.ts";
import { addDays } from "../kernel/day.ts";
import type { Instant } from "../kernel/instant.ts";
import { holds } from "../packages/condition.ts";
import { irreversibleFrom } from "../packages/define-package.ts";
import type { Package, Step } from "../packages/package.ts";
import type { Case, Signature } from "./case.ts";
import type { Change } from "./change.ts";
import { promisedBy } from "./promise.ts";
import { reopening } from "./step-outcome.ts";
import { valuesOf } from "./values.ts";

const place = "Asia/Shanghai";

/**
 * What no longer holds: results of another day, and signatures over a form that has become another one. Looked at before
 * anything else is begun, so that nothing is ever built on them. Pure, and the same for every writer.
 */
export function* overtakenIn(
  definition: Package,
  current: Case,
  at: Instant,
): Generator<{ readonly step: Step; readonly move: Change }> {
  if (current.status !== "open" || !mayStillChange(definition, current)) return;
  const values = valuesOf(current);
  const context = { caseId: current.id, today: calendarDateIn(at, place) };
  for (const step of definition.steps) {
    const state = current.steps[step.id];
    const why = state?.status === "done" ? step.isOutdated?.(values, context) : undefined;
    if (!why) continue;
    const anew = reopening(definition, [step.id], why, { step: step.id, at });
    return yield { step, move: { ...anew, isQuiet: true } };
  }
  for (const step of definition.steps) {
    const state = current.steps[step.id];
    if (!step.asks?.signs || !state?.signed?.length) continue;
    if (state.status !== "waiting" && state.status !== "done") continue;
    if (step.appliesWhen && !holds(step.appliesWhen, values)) continue;
    const void_ = state.signed.filter((signature) => !holdsStill(step, current, values, signature));
    if (void_.length === 0) continue;
    yield {
      step,
      move: {
        type: "unsigned",
        step: step.id,
        at,
        signed: void_,
        unlessBegun: irreversibleFrom(definition, step.id),
        because: formChanged,
        role: step.asks.role,
        ...promisedBy(step, at),
      },
    };
  }
}

/** Whether everything that a form is made of is in hand: until then nobody can say whether it has changed. */
export const isInHand = (step: Step, values: Readonly<Record<string, unknown>>): boolean =>
  [...step.needs, ...(step.asks?.shows ?? [])].every((fact) => values[fact] !== undefined);

const holdsStill = (
  step: Step,
  current: Case,
  values: Readonly<Record<string, unknown>>,
  { person, form }: Signature,
): boolean => {
  if (!isInHand(step, values)) return true;
  return formHash(step, current, values, person) === form;
};

/** The hash of the form that a person signs by answering a step now; none for a step without a form. */
export const formHash = (
  step: Step,
  current: Case,
  values: Readonly<Record<string, unknown>>,
  person: Signature["person"],
): string | undefined => {
  if (!step.asks?.signs) return undefined;
  const party = current.parties.find((each) => each.person === person && each.role === step.asks?.role);
  return canonicalHash(step.asks.signs(values, party?.parties ?? []));
};

const mayStillChange = (definition: Package, { steps }: Case): boolean =>
  definition.steps.some(({ isOutdated, asks }) => isOutdated || asks?.signs) &&
  definition.steps.every(
    ({ id, isIrreversible }) => !isIrreversible || ["again", undefined].includes(steps[id]?.status),
  );

/** The next midnight of the bureau, while a result stands that a new day may overtake. */
export const mayBeOvertakenAt = (definition: Package, current: Case, now: Instant): Instant | undefined => {
  const isDated = definition.steps.some(({ id, isOutdated }) => isOutdated && current.steps[id]?.status === "done");
  if (!isDated || !mayStillChange(definition, current)) return undefined;
  const tomorrow = addDays(calendarDateIn(now, place), 1);
  return new Date(`${tomorrow}T00:00:00+08:00`).toISOString() as Instant;
};

const formChanged = {
  zh: "您确认过的申报内容已有变化,原确认不再有效,请重新核对后确认。",
  en: "What you declared has changed, so that your confirmation no longer counts; please check and confirm again.",
};

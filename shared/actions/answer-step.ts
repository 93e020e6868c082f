import { isAskedOf, questionNow } from "../cases/asked.ts";
import { lookUpsUnder } from "../cases/authorisations.ts";
import type { Case, Party } from "../cases/case.ts";
import type { Change } from "../cases/change.ts";
import { formHash, isInHand } from "../cases/overtaken.ts";
import { valuesOf } from "../cases/values.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { predecessorsOf } from "../packages/define-package.ts";
import { answersSchema } from "../packages/form.ts";
import type { Ask, Package, Step } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import type { Scope } from "../people/policy.ts";
import { demandStepUp } from "../people/step-up.ts";
import { demandScope } from "./act-for.ts";
import { requestChange } from "./change-and-run.ts";
import { factsOfPerson } from "./facts-of-person.ts";
import { parseFields } from "./parse-fields.ts";
import { readCase, rolesIn, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface AnswerStep {
  readonly caller: Caller;
  readonly caseId: string;
  readonly stepId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** How long the person had the question before them. */
  readonly activeMilliseconds?: number;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * A person answers the step that waits for them, or says that what it waited for is done; the case then runs on.
 * Where each person of a role must answer, the step stays open until the last has. An answer to a step that is done
 * corrects it while something that builds on it was refused: that is tried again, and what is done stays done.
 * @throws Refusal `case-not-found`, `step-not-found`, `not-your-step`, `step-not-waiting`, `answers-invalid`,
 * `mandate-too-narrow`, `step-up-required`, `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const answerStep = async (world: World, request: AnswerStep): Promise<Case> => {
  const { caller, caseId, stepId, answers: given } = request;
  const found = await readCase(world, { caller, caseId });
  const { definition, step } = stepOf(world, found, stepId);
  const asked = questionNow(step, found);
  const answers = parseFields(
    answersSchema(definition, asked ? { asks: asked } : {}),
    given,
    "answers-invalid",
    "/answers",
  );
  const content = { verb: "answer", stepId, answers };
  return requestChange(world, found, { ...request, content, takesRefused: true }, (current, now) => {
    const state = current.steps[stepId];
    const role = asked && state?.status === "retrying" ? asked.role : (state?.waitsFor ?? asked?.role);
    const party = current.parties.find(({ person, role: theirs }) => person === caller.key && theirs === role);
    if (role === undefined || role === "officer" || !rolesIn(current, caller).includes(role)) {
      throw new Refusal("not-your-step", { caseId, stepId });
    }
    const values = valuesOf(current);
    if (asked && !isAskedOf(asked, party, values)) throw new Refusal("not-your-step", { caseId, stepId });
    const said = asked?.each ? byParty(current, answers, party) : answers;
    for (const scope of scopesToAnswer(asked)) demandScope(caller, scope);
    if (asked?.needsStepUp) demandStepUp(caller, "sign", now);
    const about = {
      step: stepId,
      at: now,
      person: caller.key,
      facts: factsOfPerson(definition, stepId, role, said, now),
    };
    const again = state?.status === "done" ? refusedBehind(definition, current, stepId) : [];
    if (again.length > 0) return [{ type: "corrected", ...about, again }];
    const hasAnswered = state?.answeredBy?.includes(caller.key) ?? false;
    if (current.status !== "open") throw new Refusal("case-closed", { caseId, status: current.status });
    const isOpen = state?.status === "waiting" || (state?.status === "retrying" && asked !== undefined);
    if (!isOpen || (asked?.each && hasAnswered)) {
      throw new Refusal("step-not-waiting", { caseId, stepId, status: state?.status ?? "not-begun" });
    }
    // Being reckoned anew: there is nothing to sign at this moment.
    if (step.asks?.signs && !isInHand(step, values)) {
      throw new Refusal("step-not-waiting", { caseId, stepId, status: "again" });
    }
    if (state.sentBack) throw new Refusal("step-not-waiting", { caseId, stepId, status: "sent-back" });
    const others = current.parties.filter(
      (other) =>
        other.role === role &&
        other.person !== caller.key &&
        !state.answeredBy?.includes(other.person) &&
        (!asked || isAskedOf(asked, other, values)),
    );
    const form = formHash(step, current, values, caller.key);
    return [
      ...authorisationBy(definition, step, caller, now),
      {
        type: "answered",
        ...about,
        activeMilliseconds: request.activeMilliseconds ?? 0,
        isLast: !asked?.each || others.length === 0,
        hasWork: step.performs !== undefined || step.decide !== undefined,
        ...(form !== undefined && { form }),
        ...(state.status === "retrying" && { isStated: true }),
      },
    ];
  });
};

/** What somebody must have been given to answer for another; the view goes by it, too. */
export const scopesToAnswer = (asked: Ask | undefined): readonly Scope[] =>
  asked?.needsStepUp ? ["answer", "sign"] : ["answer"];

/** The receipt of a person who answers a step by which look-ups are authorised. */
const authorisationBy = (definition: Package, { id: step }: Step, caller: Caller, at: Instant): readonly Change[] => {
  if (lookUpsUnder(definition, step).length === 0) return [];
  const consent = { person: caller.key, purpose: "data-sharing", step, at, channel: caller.channel } as const;
  return [{ type: "authorised", at, consent }];
};

/** The refused steps that build, near or far, on the answers of a step. */
export const refusedBehind = (
  definition: Package,
  { steps }: Case,
  stepId: string,
): { readonly step: string; readonly asks?: string }[] => {
  const predecessors = predecessorsOf(definition);
  const buildsOn = (id: string): boolean =>
    (predecessors.get(id) ?? []).some((before) => before === stepId || buildsOn(before));
  return definition.steps
    .filter(({ id }) => steps[id]?.status === "refused" && buildsOn(id))
    .map(({ id, asks }) => ({ step: id, ...(asks && { asks: asks.role }) }));
};

/** What each says is kept beside what the others say, under the parties whom they answer for. */
const byParty = (
  { facts }: Case,
  answers: Readonly<Record<string, unknown>>,
  party: Party | undefined,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const own = Object.fromEntries((party?.parties ?? []).map((id) => [id, value]));
      return [[name, { ...(facts[name]?.value as object | undefined), ...own }]];
    }),
  );

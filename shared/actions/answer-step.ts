import type { Case } from "../cases/case.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { answersSchema } from "../packages/form.ts";
import type { Step } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
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
 * Where each person of a role must answer, the step stays open until the last has.
 * @throws Refusal `case-not-found`, `step-not-found`, `not-your-step`, `step-not-waiting`, `answers-invalid`,
 * `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const answerStep = async (world: World, request: AnswerStep): Promise<Case> => {
  const { caller, caseId, stepId, answers: given } = request;
  const found = await readCase(world, { caller, caseId });
  const { definition, step } = stepOf(world, found, stepId);
  const isAsked = step.asks !== undefined && found.steps[stepId]?.decision === undefined;
  const answers = parseFields(
    answersSchema(definition, isAsked ? step : withoutQuestions(step)),
    given,
    "answers-invalid",
    "/answers",
  );
  const content = { verb: "answer", stepId, answers };
  return requestChange(world, found, { ...request, content }, (current, now) => {
    const state = current.steps[stepId];
    const role = state?.waitsFor ?? step.asks?.role;
    if (role === "officer" || role === undefined || !rolesIn(current, caller).includes(role)) {
      throw new Refusal("not-your-step", { caseId, stepId });
    }
    const hasAnswered = state?.answeredBy?.includes(caller.key) ?? false;
    if (state?.status !== "waiting" || (step.asks?.each && hasAnswered)) {
      throw new Refusal("step-not-waiting", { caseId, stepId, status: state?.status ?? "not-begun" });
    }
    const others = current.parties.filter(
      ({ person, role: theirs }) => theirs === role && person !== caller.key && !state.answeredBy?.includes(person),
    );
    return [
      {
        type: "answered",
        step: stepId,
        at: now,
        person: caller.key,
        facts: factsOfPerson(definition, stepId, role, answers, now),
        activeMilliseconds: request.activeMilliseconds ?? 0,
        isLast: !step.asks?.each || others.length === 0,
        hasWork: step.performs !== undefined || step.decide !== undefined,
      },
    ];
  });
};

const withoutQuestions = ({ asks: _asks, ...rest }: Step): Step => rest;

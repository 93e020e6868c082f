import * as z from "zod";
import { isAskedOf, questionNow } from "../cases/asked.ts";
import type { Case } from "../cases/case.ts";
import { valuesOf } from "../cases/values.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { parseFields } from "./parse-fields.ts";
import { readCase, rolesIn, stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface SaveDraft {
  readonly caller: Caller;
  readonly caseId: string;
  readonly stepId: string;
  /** What is filled in so far, by fact; empty to throw the draft away. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * Keeps what a person has filled in, so that they can go on through another door. Only they see it; it is checked when
 * it is given as an answer. The last draft counts.
 * @throws Refusal `case-not-found`, `step-not-found`, `not-your-step`, `step-not-waiting`, `answers-invalid` for a fact
 * that is not asked and for more than a form can hold, `case-changed`,
 * `case-closed`, `idempotency-key-reused`
 */
export const saveDraft = async (world: World, request: SaveDraft): Promise<Case> => {
  const { caller, caseId, stepId } = request;
  const found = await readCase(world, { caller, caseId });
  const { step } = stepOf(world, found, stepId);
  const asked = questionNow(step, found);
  const fields = Object.fromEntries((asked?.fields ?? []).map((name) => [name, z.unknown().optional()]));
  const answers = parseFields(z.strictObject(fields), request.answers, "answers-invalid", "/answers");
  if (JSON.stringify(answers).length > longestDraft) throw tooLong();
  const content = { verb: "draft", stepId, answers };
  return requestChange(world, found, { ...request, content }, (current, now) => {
    const state = current.steps[stepId];
    const party = current.parties.find(({ person, role }) => person === caller.key && role === asked?.role);
    const isTheirs = asked !== undefined && asked.role !== "officer" && rolesIn(current, caller).includes(asked.role);
    if (!isTheirs || !isAskedOf(asked, party, valuesOf(current)))
      throw new Refusal("not-your-step", { caseId, stepId });
    const isOpen = state?.status === "waiting" || state?.status === "retrying";
    if (!isOpen || state.answeredBy?.includes(caller.key)) {
      throw new Refusal("step-not-waiting", { caseId, stepId, status: state?.status ?? "not-begun" });
    }
    return [{ type: "drafted", step: stepId, at: now, person: caller.key, answers }];
  });
};

/** In characters of JSON: the fullest form takes a quarter of it, and a case has to stay small. */
const longestDraft = 8000;

const tooLong = (): Refusal => {
  const reason = {
    zh: `暂存内容不得超过 ${longestDraft} 个字符。`,
    en: `A draft has at most ${longestDraft} characters.`,
  };
  return new Refusal("answers-invalid", { fields: [{ path: "/answers", code: "too-long", reason }] });
};

import { timingSafeEqual } from "node:crypto";
import type { Case } from "../cases/case.ts";
import { callbackToken } from "../cases/step-request.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { isSettled } from "../packages/step-status.ts";
import { changeAndRun } from "./change-and-run.ts";
import { parseFields } from "./parse-fields.ts";
import { stepOf } from "./read-case.ts";
import type { World } from "./world.ts";

export interface ReceiveCallback {
  readonly caseId: string;
  readonly stepId: string;
  readonly token: string;
  readonly answer: unknown;
  readonly deadline?: Instant;
}

/**
 * An authority's late answer. It may come before our own mark of waiting and may come twice: the first is kept.
 * @throws Refusal `callback-refused` for a wrong token and for a case or step that does not exist, alike;
 * `answers-invalid` for an answer that its operation does not give
 */
export const receiveCallback = async (
  world: World,
  { caseId, stepId, token, answer, deadline }: ReceiveCallback,
): Promise<Case> => {
  if (!isEqual(token, callbackToken(world, caseId, stepId))) throw new Refusal("callback-refused", {});
  const found = await world.cases.read(caseId);
  if (!found) throw new Refusal("callback-refused", {});
  const operation = stepOf(world, found, stepId).step.performs;
  if (!operation) throw new Refusal("callback-refused", {});
  const parsed = parseFields(operation.answer, answer, "answers-invalid", "");
  return changeAndRun(
    world,
    found,
    (current, now) =>
      current.status !== "open" || isSettled(current.steps[stepId]) || current.early[stepId] !== undefined
        ? []
        : [{ type: "arrived", step: stepId, at: now, answer: parsed }],
    deadline,
  );
};

const isEqual = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};

import { answerStep as answer } from "../../../shared/actions/answer-step.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const answerStep = describeEndpoint(contracts.answerStep, async ({ body, ...request }, world: ChangingWorld) => {
  const { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline } = request;
  const { answers, activeMilliseconds } = body;
  const answered = await answer(world, {
    caller,
    caseId,
    stepId,
    answers,
    ...(activeMilliseconds !== undefined && { activeMilliseconds }),
    expectedVersion,
    idempotencyKey,
    deadline,
  });
  return changed(world, answered, caller);
});

import { decideStep as decide } from "../../../shared/actions/decide-step.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const decideStep = describeEndpoint(contracts.decideStep, async ({ body, ...request }, world: ChangingWorld) => {
  const { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline } = request;
  const { approved, reason, values, sendBack } = body;
  const decided = await decide(world, {
    caller,
    caseId,
    stepId,
    decision: {
      approved,
      reason,
      ...(values !== undefined && { values }),
      ...(sendBack !== undefined && { sendBack }),
    },
    expectedVersion,
    idempotencyKey,
    deadline,
  });
  return changed(world, decided, caller);
});

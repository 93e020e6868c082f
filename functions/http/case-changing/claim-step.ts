import { claimStep as claim } from "../../../shared/actions/decide-step.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const claimStep = describeEndpoint(
  contracts.claimStep,
  async ({ body, caller, caseId, stepId, expectedVersion, idempotencyKey, deadline }, world: ChangingWorld) => {
    const why = body.takeOver && { outOfHands: body.takeOver.reason };
    const request = { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline, ...why };
    return changed(world, await claim(world, request), caller);
  },
);

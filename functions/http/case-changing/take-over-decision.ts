import { takeOverDecision as takeOver } from "../../../shared/actions/take-over-decision.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const takeOverDecision = describeEndpoint(
  contracts.takeOverDecision,
  async ({ body, ...request }, world: ChangingWorld) => {
    const { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline } = request;
    const { reason, results } = body;
    const about = { caller, caseId, stepId, reason, results, expectedVersion, idempotencyKey, deadline };
    return changed(world, await takeOver(world, about), caller);
  },
);

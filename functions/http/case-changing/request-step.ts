import { requestStep as request } from "../../../shared/actions/request-step.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const requestStep = describeEndpoint(
  contracts.requestStep,
  async ({ caller, caseId, stepId, body, expectedVersion, idempotencyKey, deadline }, world: ChangingWorld) => {
    const { reason } = body;
    const asked = await request(world, { caller, caseId, stepId, reason, expectedVersion, idempotencyKey, deadline });
    return changed(world, asked, caller);
  },
);

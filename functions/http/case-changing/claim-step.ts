import { claimStep as claim } from "../../../shared/actions/decide-step.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const claimStep = describeEndpoint(
  contracts.claimStep,
  async ({ caller, caseId, stepId, expectedVersion, idempotencyKey, deadline }, world: ChangingWorld) =>
    changed(world, await claim(world, { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline }), caller),
);

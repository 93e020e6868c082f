import { withdrawAuthorisation as withdraw } from "../../../shared/actions/withdraw-authorisation.ts";
import * as contracts from "../../../shared/api/contracts/authorisations.ts";
import { viewAuthorisations } from "../../../shared/api/views/authorisation-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

export const withdrawAuthorisation = describeEndpoint(
  contracts.withdrawAuthorisation,
  async ({ caller, caseId, stepId, idempotencyKey, deadline }, world: ChangingWorld) => {
    const found = await withdraw(world, { caller, caseId, stepId, idempotencyKey, deadline });
    return ok(viewAuthorisations(world.packages, found, caller, world.clock()), { version: found.version });
  },
);

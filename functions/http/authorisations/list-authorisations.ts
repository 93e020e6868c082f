import { readCase } from "../../../shared/actions/read-case.ts";
import * as contracts from "../../../shared/api/contracts/authorisations.ts";
import { viewAuthorisations } from "../../../shared/api/views/authorisation-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

export const listAuthorisations = describeEndpoint(
  contracts.listAuthorisations,
  async ({ caller, caseId }, world: ChangingWorld) => {
    const found = await readCase(world, { caller, caseId });
    return ok(viewAuthorisations(world.packages, found, caller, world.clock()), { version: found.version });
  },
);

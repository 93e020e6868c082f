import { readCase } from "../../../shared/actions/read-case.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const getCase = describeEndpoint(contracts.getCase, async ({ caller, caseId }, world: ReadingWorld) => {
  const found = await readCase(world, { caller, caseId });
  return ok(viewCase(world.packages, found, caller), { version: found.version });
});

import { readCase } from "../../../shared/actions/read-case.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { viewTimeline } from "../../../shared/api/views/timeline-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const getTimeline = describeEndpoint(contracts.getTimeline, async ({ caller, caseId }, world: ReadingWorld) => {
  const found = await readCase(world, { caller, caseId });
  return ok(viewTimeline(world.packages, found), { version: found.version });
});

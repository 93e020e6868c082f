import { rateCase as rate } from "../../../shared/actions/rate-case.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const rateCase = describeEndpoint(
  contracts.rateCase,
  async ({ caller, caseId, body, idempotencyKey }, world: SharingWorld) => {
    const rated = await rate(world, { caller, caseId, score: body.score, idempotencyKey });
    return ok(viewCase(world.packages, rated, caller), { version: rated.version });
  },
);

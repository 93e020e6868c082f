import { rateCase as rate } from "../../../shared/actions/rate-case.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const rateCase = describeEndpoint(
  contracts.rateCase,
  async ({ caller, caseId, body, idempotencyKey }, world: ChangingWorld) =>
    changed(world, await rate(world, { caller, caseId, score: body.score, idempotencyKey }), caller),
);

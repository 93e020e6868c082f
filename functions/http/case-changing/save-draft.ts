import { saveDraft as save } from "../../../shared/actions/save-draft.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const saveDraft = describeEndpoint(contracts.saveDraft, async ({ body, ...request }, world: ChangingWorld) => {
  const { caller, caseId, stepId, expectedVersion, idempotencyKey, deadline } = request;
  const { answers } = body;
  const saved = await save(world, { caller, caseId, stepId, answers, expectedVersion, idempotencyKey, deadline });
  return changed(world, saved, caller);
});

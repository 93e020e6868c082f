import { objectToRecords as object } from "../../../shared/actions/object-to-records.ts";
import * as contracts from "../../../shared/api/contracts/data-subjects.ts";
import { viewSubjectNotice } from "../../../shared/api/views/subject-notice-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

export const objectToRecords = describeEndpoint(
  contracts.objectToRecords,
  async ({ caller, caseId, body, idempotencyKey, deadline }, world: ChangingWorld) => {
    const found = await object(world, { caller, caseId, reason: body.reason, idempotencyKey, deadline });
    return ok(viewSubjectNotice(world.packages, world.hash, found, caller, world.clock()));
  },
);

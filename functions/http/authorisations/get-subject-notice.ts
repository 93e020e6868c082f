import { readCaseUnnoted } from "../../../shared/actions/read-case.ts";
import * as contracts from "../../../shared/api/contracts/data-subjects.ts";
import { viewSubjectNotice } from "../../../shared/api/views/subject-notice-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

// What somebody reads of themselves is no read of another: it leaves no note.
export const getSubjectNotice = describeEndpoint(
  contracts.getSubjectNotice,
  async ({ caller, caseId }, world: ChangingWorld) => {
    const found = await readCaseUnnoted(world, { caller, caseId });
    return ok(viewSubjectNotice(world.packages, world.hash, found, caller, world.clock()));
  },
);

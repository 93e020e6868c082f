import { checkAccessLog as check } from "../../../shared/actions/read-access-log.ts";
import * as contracts from "../../../shared/api/contracts/access-log.ts";
import { viewAccessCheck } from "../../../shared/api/views/access-log-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const checkAccessLog = describeEndpoint(
  contracts.checkAccessLog,
  async ({ caller, caseId }, world: ReadingWorld) =>
    ok(viewAccessCheck(await check(world, { caller, ...(caseId !== undefined && { caseId }) }))),
);

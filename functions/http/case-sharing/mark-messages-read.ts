import { markRead } from "../../../shared/actions/read-messages.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { viewMailbox } from "../../../shared/api/views/messages-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const markMessagesRead = describeEndpoint(
  contracts.markMessagesRead,
  async ({ caller, caseId, body }, world: SharingWorld) =>
    ok(viewMailbox(world.packages, await markRead(world, { caller, caseId, upTo: body.upTo }))),
);

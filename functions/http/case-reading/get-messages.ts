import { readMessages } from "../../../shared/actions/read-messages.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { viewMailbox } from "../../../shared/api/views/messages-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const getMessages = describeEndpoint(contracts.getMessages, async ({ caller, caseId }, world: ReadingWorld) =>
  ok(viewMailbox(world.packages, await readMessages(world, { caller, caseId }))),
);

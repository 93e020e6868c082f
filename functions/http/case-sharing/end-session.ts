import { endSession as end } from "../../../shared/actions/end-session.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const endSession = describeEndpoint(contracts.endSession, async ({ caller }, world: SharingWorld) =>
  ok(await end(world, caller)),
);

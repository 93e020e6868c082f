import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";
import { delegations } from "./delegations.ts";

export const listDelegations = describeEndpoint(
  contracts.listDelegations,
  async ({ caller, caseId }, world: SharingWorld) => delegations(world, caller, caseId),
);

import { giveDelegation as give } from "../../../shared/actions/mandates.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";
import { delegations } from "./delegations.ts";

export const giveDelegation = describeEndpoint(
  contracts.giveDelegation,
  async ({ caller, caseId, body, expectedVersion, idempotencyKey }, world: SharingWorld) => {
    const { delegate, scopes, until } = body;
    await give(world, { caller, caseId, delegate, scopes, until, expectedVersion, idempotencyKey });
    return delegations(world, caller, caseId);
  },
);

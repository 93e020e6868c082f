import { assistPerson as assist } from "../../../shared/actions/assist-person.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";
import { delegations } from "./delegations.ts";

export const assistPerson = describeEndpoint(
  contracts.assistPerson,
  async ({ caller, caseId, body, expectedVersion, idempotencyKey }, world: SharingWorld) => {
    const { presence } = body;
    await assist(world, { caller, caseId, presence, expectedVersion, idempotencyKey });
    return delegations(world, caller, caseId);
  },
);

import { handOver as makeCode } from "../../../shared/actions/handovers.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const handOver = describeEndpoint(
  contracts.handOver,
  async ({ caller, caseId, idempotencyKey }, world: SharingWorld) =>
    ok(await makeCode(world, { caller, caseId, idempotencyKey })),
);

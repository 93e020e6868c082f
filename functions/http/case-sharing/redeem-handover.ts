import { redeemHandover as redeem } from "../../../shared/actions/handovers.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const redeemHandover = describeEndpoint(
  contracts.redeemHandover,
  async ({ caller, body, idempotencyKey }, world: SharingWorld) => {
    const { caseId, from } = await redeem(world, { caller, code: body.code, idempotencyKey });
    return ok({ caseId, from });
  },
);

import { repairDifference as repair } from "../../../shared/actions/reconcile.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { PayingWorld } from "../../wiring/worlds.ts";

export const repairDifference = describeEndpoint(
  contracts.repairDifference,
  async ({ caller, differenceId }, world: PayingWorld) => {
    await repair(world, { caller, differenceId });
    return ok({ repaired: true as const });
  },
);

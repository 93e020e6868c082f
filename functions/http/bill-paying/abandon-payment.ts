import { abandonPayment as abandon } from "../../../shared/actions/pay-bill.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { PayingWorld } from "../../wiring/worlds.ts";
import { begun } from "./begun.ts";

export const abandonPayment = describeEndpoint(
  contracts.abandonPayment,
  async ({ caller, caseId, billId, paymentId }, world: PayingWorld) =>
    begun(await abandon(world, { caller, caseId, billId, paymentId }), caller, world),
);

import { payBill as pay } from "../../../shared/actions/pay-bill.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { PayingWorld } from "../../wiring/worlds.ts";
import { begun } from "./begun.ts";

export const payBill = describeEndpoint(contracts.payBill, async ({ body, ...request }, world: PayingWorld) => {
  const { caller, caseId, billId, address, idempotencyKey } = request;
  const { wallet, scene, openId, agreement } = body;
  const started = await pay(world, {
    caller,
    caseId,
    billId,
    wallet,
    scene,
    address,
    ...(openId !== undefined && { openId }),
    ...(agreement !== undefined && { agreement }),
    idempotencyKey,
  });
  return begun(started, caller, world);
});

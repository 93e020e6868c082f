import { readBill } from "../../../shared/actions/read-bills.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { viewBill } from "../../../shared/api/views/bill-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { BillReading } from "../../wiring/worlds.ts";

export const getBill = describeEndpoint(contracts.getBill, async ({ caller, caseId, billId }, world: BillReading) => {
  const { bill } = await readBill(world, { caller, caseId, billId });
  return ok(viewBill(bill, caller, world.clock()));
});

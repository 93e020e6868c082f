import { listBills as list } from "../../../shared/actions/read-bills.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { viewBill } from "../../../shared/api/views/bill-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { BillReading } from "../../wiring/worlds.ts";

export const listBills = describeEndpoint(contracts.listBills, async ({ caller, caseId }, world: BillReading) => {
  const { bills } = await list(world, { caller, caseId });
  return ok({ bills: bills.map((bill) => viewBill(bill, caller, world.clock())) });
});

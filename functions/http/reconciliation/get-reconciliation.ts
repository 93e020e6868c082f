import { readReconciliation } from "../../../shared/actions/reconcile.ts";
import * as contracts from "../../../shared/api/contracts/money.ts";
import { viewReconciliation } from "../../../shared/api/views/reconciliation-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { PayingWorld } from "../../wiring/worlds.ts";

export const getReconciliation = describeEndpoint(contracts.getReconciliation, async (_request, world: PayingWorld) =>
  ok(viewReconciliation(await readReconciliation(world))),
);

import { composeMoney } from "../../wiring/compose-money.ts";
import { serve } from "../../wiring/serve.ts";
import { getReconciliation } from "./get-reconciliation.ts";
import { repairDifference } from "./repair-difference.ts";

export const endpoints = [getReconciliation, repairDifference] as const;

export const handler = serve(endpoints, composeMoney);

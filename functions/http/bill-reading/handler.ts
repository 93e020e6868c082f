import { composeBillReading } from "../../wiring/compose-money.ts";
import { serve } from "../../wiring/serve.ts";
import { getBill } from "./get-bill.ts";
import { listBills } from "./list-bills.ts";

export const endpoints = [listBills, getBill] as const;

export const handler = serve(endpoints, composeBillReading);

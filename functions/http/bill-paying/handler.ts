import { composeMoney } from "../../wiring/compose-money.ts";
import { serve } from "../../wiring/serve.ts";
import { abandonPayment } from "./abandon-payment.ts";
import { payBill } from "./pay-bill.ts";

export const endpoints = [payBill, abandonPayment] as const;

export const handler = serve(endpoints, composeMoney);

import { composeExpectedTime } from "../../wiring/compose-expected-time.ts";
import { serve } from "../../wiring/serve.ts";
import { getExpectedTime } from "./get-expected-time.ts";

export const endpoints = [getExpectedTime] as const;

export const handler = serve(endpoints, composeExpectedTime);

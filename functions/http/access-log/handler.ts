import { composeReading } from "../../wiring/compose-reading.ts";
import { serve } from "../../wiring/serve.ts";
import { checkAccessLog } from "./check-access-log.ts";
import { getAccessLog } from "./get-access-log.ts";
import { unmaskField } from "./unmask-field.ts";

export const endpoints = [getAccessLog, checkAccessLog, unmaskField] as const;

export const handler = serve(endpoints, composeReading);

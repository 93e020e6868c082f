import { composeSpeedReading } from "../../wiring/compose-speed-reading.ts";
import { serve } from "../../wiring/serve.ts";
import { getSpeed } from "./get-speed.ts";

export const endpoints = [getSpeed] as const;

export const handler = serve(endpoints, composeSpeedReading);

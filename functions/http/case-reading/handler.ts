import { composeReading } from "../../wiring/compose-reading.ts";
import { serve } from "../../wiring/serve.ts";
import { getCase } from "./get-case.ts";
import { getMessages } from "./get-messages.ts";
import { getTimeline } from "./get-timeline.ts";
import { listAuthorities } from "./list-authorities.ts";
import { listCases } from "./list-cases.ts";
import { listQueue } from "./list-queue.ts";

export const endpoints = [listCases, getCase, getTimeline, getMessages, listQueue, listAuthorities] as const;

export const handler = serve(endpoints, composeReading);

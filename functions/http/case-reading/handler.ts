import { composeReading } from "../../wiring/compose-reading.ts";
import { serve } from "../../wiring/serve.ts";
import { checkAccessLog } from "./check-access-log.ts";
import { getAccessLog } from "./get-access-log.ts";
import { getCase } from "./get-case.ts";
import { getMessages } from "./get-messages.ts";
import { getTimeline } from "./get-timeline.ts";
import { listAuthorisations } from "./list-authorisations.ts";
import { listAuthorities } from "./list-authorities.ts";
import { listCases } from "./list-cases.ts";
import { listQueue } from "./list-queue.ts";
import { unmaskField } from "./unmask-field.ts";

export const endpoints = [
  listCases,
  getCase,
  getTimeline,
  listAuthorisations,
  getAccessLog,
  checkAccessLog,
  unmaskField,
  getMessages,
  listQueue,
  listAuthorities,
] as const;

export const handler = serve(endpoints, composeReading);

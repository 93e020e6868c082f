import { composeReading } from "../../wiring/compose-reading.ts";
import { serve } from "../../wiring/serve.ts";
import { assistPerson } from "./assist-person.ts";
import { endDelegation } from "./end-delegation.ts";
import { endSession } from "./end-session.ts";
import { giveDelegation } from "./give-delegation.ts";
import { handOver } from "./hand-over.ts";
import { listDelegations } from "./list-delegations.ts";
import { markMessagesRead } from "./mark-messages-read.ts";
import { rateCase } from "./rate-case.ts";
import { redeemHandover } from "./redeem-handover.ts";

export const endpoints = [
  giveDelegation,
  listDelegations,
  endDelegation,
  assistPerson,
  handOver,
  redeemHandover,
  endSession,
  rateCase,
  markMessagesRead,
] as const;

export const handler = serve(endpoints, composeReading);

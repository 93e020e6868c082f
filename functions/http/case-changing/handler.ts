import { compose } from "../../wiring/compose.ts";
import { serve } from "../../wiring/serve.ts";
import { answerStep } from "./answer-step.ts";
import { claimStep } from "./claim-step.ts";
import { decideStep } from "./decide-step.ts";
import { openCase } from "./open-case.ts";
import { receiveCallback } from "./receive-callback.ts";
import { requestStep } from "./request-step.ts";
import { saveDraft } from "./save-draft.ts";
import { takeOverDecision } from "./take-over-decision.ts";
import { withdrawCase } from "./withdraw-case.ts";

export const endpoints = [
  openCase,
  answerStep,
  saveDraft,
  withdrawCase,
  requestStep,
  claimStep,
  decideStep,
  takeOverDecision,
  receiveCallback,
] as const;

export const handler = serve(endpoints, compose);

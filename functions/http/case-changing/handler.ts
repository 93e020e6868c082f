import { compose } from "../../wiring/compose.ts";
import { serve } from "../../wiring/serve.ts";
import { answerStep } from "./answer-step.ts";
import { claimStep } from "./claim-step.ts";
import { decideStep } from "./decide-step.ts";
import { openCase } from "./open-case.ts";
import { receiveCallback } from "./receive-callback.ts";
import { withdrawCase } from "./withdraw-case.ts";

export const endpoints = [openCase, answerStep, withdrawCase, claimStep, decideStep, receiveCallback] as const;

export const handler = serve(endpoints, compose);

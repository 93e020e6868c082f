import { type CallAuthority, operationId } from "../../shared/connectors/operation.ts";
import { log } from "./log.ts";

/** Logs each call to an authority with its time and what it came to; never what was asked or answered. */
export const loggedCalls =
  (call: CallAuthority): CallAuthority =>
  async (operation, request, options) => {
    const outcome = await call(operation, request, options);
    const [caseId, stepId] = options.key.split(":");
    log(outcome.kind === "silent" ? "WARN" : "INFO", "AUTHORITY_CALLED", {
      operation: operationId(operation),
      caseId,
      stepId,
      outcome: outcome.kind,
      reason: outcome.kind === "silent" ? outcome.reason : undefined,
      attempts: outcome.stamp.attempts,
      milliseconds: outcome.stamp.milliseconds,
    });
    return outcome;
  };

import { type CallAuthority, operationId } from "../../shared/connectors/operation.ts";
import { log } from "./log.ts";
import { addSpan } from "./trace.ts";

/** Logs each call to an authority with its time and what it came to; never what was asked or answered. */
export const loggedCalls =
  (call: CallAuthority): CallAuthority =>
  async (operation, request, options) => {
    const outcome = await call(operation, request, options);
    const [caseId, stepId] = options.key.split(":");
    const { milliseconds } = outcome.stamp;
    log(outcome.kind === "silent" ? "WARN" : "INFO", "AUTHORITY_CALLED", {
      operation: operationId(operation),
      caseId,
      stepId,
      outcome: outcome.kind,
      reason: outcome.kind === "silent" ? outcome.reason : undefined,
      attempts: outcome.stamp.attempts,
      milliseconds,
    });
    if (caseId) addSpan({ name: operationId(operation), caseId, milliseconds, isFault: outcome.kind === "silent" });
    return outcome;
  };

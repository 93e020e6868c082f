import { receiveCallback as receive } from "../../../shared/actions/receive-callback.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

export const receiveCallback = describeEndpoint(
  contracts.receiveCallback,
  async ({ caseId, stepId, token, body, deadline }, world: ChangingWorld) => {
    await receive(world, { caseId, stepId, token, answer: body, deadline });
    // An authority learns that we have its answer, and nothing of the case.
    return ok({ received: true });
  },
);

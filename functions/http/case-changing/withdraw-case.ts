import { withdrawCase as withdraw } from "../../../shared/actions/withdraw-case.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const withdrawCase = describeEndpoint(
  contracts.withdrawCase,
  async ({ caller, caseId, body, expectedVersion, idempotencyKey, deadline }, world: ChangingWorld) => {
    const { reason } = body;
    const withdrawn = await withdraw(world, {
      caller,
      caseId,
      ...(reason !== undefined && { reason }),
      expectedVersion,
      idempotencyKey,
      deadline,
    });
    return changed(world, withdrawn, caller);
  },
);

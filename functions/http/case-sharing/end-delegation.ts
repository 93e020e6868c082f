import { endDelegation as end } from "../../../shared/actions/mandates.ts";
import * as contracts from "../../../shared/api/contracts/sharing.ts";
import { viewDelegations } from "../../../shared/api/views/delegation-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

export const endDelegation = describeEndpoint(
  contracts.endDelegation,
  async ({ caller, caseId, delegationId, expectedVersion, idempotencyKey }, world: SharingWorld) => {
    const ended = await end(world, { caller, caseId, delegationId, expectedVersion, idempotencyKey });
    // Whoever gave back what they had may not look any more: they see what they ended, and that it has.
    const mandates = (ended.mandates ?? []).filter(({ from, to }) => from === caller.key || to === caller.key);
    const view = viewDelegations(ended, mandates, caller, (id) =>
      mandates.some((each) => each.id === id && !each.endedAt),
    );
    return ok(view, { version: ended.version });
  },
);

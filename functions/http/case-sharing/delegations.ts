import { listDelegations } from "../../../shared/actions/mandates.ts";
import { viewDelegations } from "../../../shared/api/views/delegation-view.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { ok } from "../../wiring/endpoint.ts";
import type { SharingWorld } from "../../wiring/worlds.ts";

/** The answer to every change of who acts for whom: the list as it stands now. */
export const delegations = async (world: SharingWorld, caller: Caller, caseId: string) => {
  const { case: current, mandates, inForce } = await listDelegations(world, { caller, caseId });
  const view = viewDelegations(current, mandates, caller, (id) => inForce.has(id));
  return ok(view, { version: current.version });
};

import type { Case } from "../../cases/case.ts";
import type { Mandate } from "../../cases/mandate.ts";
import type { Caller } from "../../people/caller.ts";
import type { DelegationView } from "../resources/sharing.ts";
import { mask } from "./mask.ts";

export const viewDelegations = (
  { id: caseId, version, acts = [] }: Case,
  mandates: readonly Mandate[],
  caller: Caller,
  isInForce: (id: string) => boolean,
) => ({
  caseId,
  version,
  delegations: mandates.map(
    ({ id, kind, from, to, name, giver, scopes, since, until, endedAt, presence }): DelegationView => ({
      id,
      kind,
      direction: from === caller.key ? "given" : to === caller.key ? "received" : "of-others",
      name: mask(name) as string,
      ...(giver !== undefined && { actsFor: mask(giver) as string }),
      scopes: [...scopes],
      since,
      until,
      ...(endedAt && { endedAt }),
      isInForce: isInForce(id),
      ...(presence && { presence }),
      acts: acts
        .filter(({ mandateId }) => mandateId === id)
        .map(({ verb, step, at }) => ({ verb, ...(step !== undefined && { stepId: step }), at })),
    }),
  ),
});

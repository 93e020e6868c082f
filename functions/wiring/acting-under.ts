import { actFor } from "../../shared/actions/act-for.ts";
import type { World } from "../../shared/actions/world.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { HttpEvent } from "./read-request.ts";

interface AnyRequest {
  readonly caller?: Caller;
  readonly caseId?: string;
}

/**
 * Somebody who acts for another in a case names the mandate in `acting-under`: from here on the request is that person's.
 * @throws Refusal as `actFor`; `not-for-another` where no case is asked about
 */
export const actingUnder = async <Request>(event: HttpEvent, request: Request, world: object): Promise<Request> => {
  const mandateId = event.headers["acting-under"];
  const { caller, caseId } = request as AnyRequest;
  if (mandateId === undefined || !caller) return request;
  if (caseId === undefined || !knowsCases(world)) throw new Refusal("not-for-another");
  return { ...request, caller: await actFor(world, { caller, caseId, mandateId }) };
};

const knowsCases = (world: object): world is Pick<World, "cases" | "clock"> => "cases" in world;

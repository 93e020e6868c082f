import type { CaseList, ListRequest } from "../../../shared/actions/list-cases.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { openCursor, sealCursor } from "../../wiring/cursor.ts";
import { ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

interface PageRequest {
  readonly caller: Caller;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a list of cases; `list` names it in its cursors, `view` shows each of them. */
export const pageOf = async <View>(
  world: ReadingWorld,
  list: string,
  { caller, limit, cursor }: PageRequest,
  read: (request: ListRequest) => Promise<CaseList>,
  view: (found: Case) => View,
) => {
  const scope = { list, caller, hash: world.hash };
  const { cases, next } = await read({
    caller,
    limit,
    ...(cursor !== undefined && { cursor: openCursor(cursor, scope) }),
  });
  return ok({
    cases: cases.map(view),
    ...(next !== undefined && { next: sealCursor(next, scope) }),
  });
};

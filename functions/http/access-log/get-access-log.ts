import { readAccessLog } from "../../../shared/actions/read-access-log.ts";
import * as contracts from "../../../shared/api/contracts/access-log.ts";
import { viewAccessEntry } from "../../../shared/api/views/access-log-view.ts";
import { openCursor, sealCursor } from "../../wiring/cursor.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const getAccessLog = describeEndpoint(
  contracts.getAccessLog,
  async ({ caller, limit, cursor }, world: ReadingWorld) => {
    const scope = { list: "access-log", caller, hash: world.hash };
    const before = cursor === undefined ? {} : { before: Number(openCursor(cursor, scope)) };
    const { entries, next } = await readAccessLog(world, { caller, limit, ...before });
    return ok({
      entries: entries.map((entry) => viewAccessEntry(world.packages, world.hash, entry)),
      ...(next !== undefined && { next: sealCursor(String(next), scope) }),
    });
  },
);

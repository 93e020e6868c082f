import { listQueue as readQueue } from "../../../shared/actions/list-cases.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { viewQueued } from "../../../shared/api/views/queue-view.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";
import { pageOf } from "./page.ts";

export const listQueue = describeEndpoint(contracts.listQueue, ({ list, ...request }, world: ReadingWorld) =>
  pageOf(
    world,
    `queue-${list}`,
    request,
    (page) => readQueue(world, { ...page, list }),
    (found) => viewQueued(world.packages, found, request.caller),
  ),
);

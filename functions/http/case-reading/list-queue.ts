import { listQueue as readQueue } from "../../../shared/actions/list-cases.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";
import { pageOf } from "./page.ts";

export const listQueue = describeEndpoint(contracts.listQueue, (request, world: ReadingWorld) =>
  pageOf(world, "queue", request, (page) => readQueue(world, page)),
);

import { listCases as readCases } from "../../../shared/actions/list-cases.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { summarizeCase, viewMandate } from "../../../shared/api/views/case-view.ts";
import { describeEndpoint } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";
import { pageOf } from "./page.ts";

export const listCases = describeEndpoint(contracts.listCases, (request, world: ReadingWorld) =>
  pageOf(
    world,
    "cases",
    request,
    (page) => readCases(world, page),
    (found) => ({
      ...summarizeCase(world.packages, found, request.caller),
      ...viewMandate(found, request.caller, world.clock()),
    }),
  ),
);

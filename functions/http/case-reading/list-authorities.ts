import { readOutages } from "../../../shared/actions/read-outages.ts";
import * as contracts from "../../../shared/api/contracts/case-reading.ts";
import { viewAuthorities } from "../../../shared/api/views/authorities-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const listAuthorities = describeEndpoint(contracts.listAuthorities, async ({ caller }, world: ReadingWorld) =>
  ok(viewAuthorities(world.packages, await readOutages(world, caller))),
);

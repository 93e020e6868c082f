import { readExpectedTime } from "../../../shared/actions/read-speed.ts";
import * as contracts from "../../../shared/api/contracts/speed.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ExpectedTimeWorld } from "../../wiring/worlds.ts";

export const getExpectedTime = describeEndpoint(
  contracts.getExpectedTime,
  async ({ packageId }, world: ExpectedTimeWorld) => ok({ packageId, ...(await readExpectedTime(world, packageId)) }),
);

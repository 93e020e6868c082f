import { readSpeed } from "../../../shared/actions/read-speed.ts";
import * as contracts from "../../../shared/api/contracts/speed.ts";
import { viewSpeed } from "../../../shared/api/views/speed-view.ts";
import type { Dimension } from "../../../shared/speed/figures.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SpeedReadingWorld } from "../../wiring/worlds.ts";

export const getSpeed = describeEndpoint(
  contracts.getSpeed,
  async ({ caller, from, to, by }, world: SpeedReadingWorld) => {
    const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const { report, rows } = await readSpeed(world, { caller, by: by.split(",") as Dimension[], ...days });
    return ok(viewSpeed(report, rows));
  },
);

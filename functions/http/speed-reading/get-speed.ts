import { readSpeed } from "../../../shared/actions/read-speed.ts";
import * as contracts from "../../../shared/api/contracts/speed.ts";
import { viewSpeed, writtenSpeed } from "../../../shared/api/views/speed-view.ts";
import type { Dimension } from "../../../shared/speed/figures.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { SpeedReadingWorld } from "../../wiring/worlds.ts";

export const getSpeed = describeEndpoint(
  contracts.getSpeed,
  async ({ caller, from, to, by: names, format, language }, world: SpeedReadingWorld) => {
    const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const by = names.split(",") as Dimension[];
    const read = await readSpeed(world, { caller, by, ...days });
    const body = viewSpeed(read.report, read.rows);
    return format === "json" ? ok(body) : ok(body, { bytes: writtenSpeed(read, { by, format, language }) });
  },
);

import { type LocalWorld, startWorld, type WorldOptions } from "../../../infra/local/world.ts";
import { type AuthorityId, authorityIds } from "../../../shared/connectors/authorities.ts";

// Nobody calls an authority here, so none is started.
const nobody = {
  urls: Object.fromEntries(authorityIds.map((id) => [id, "http://127.0.0.1:9"])) as Record<AuthorityId, string>,
  walletAccess: {},
  controlUrl: "http://127.0.0.1:9",
};

/** A world without authorities, and without sweeps unless asked for. */
export const startQuietWorld = (options: WorldOptions): Promise<LocalWorld> =>
  startWorld({ authorities: nobody, sweepMilliseconds: false, ...options });

import { authorityIds } from "../../shared/connectors/authorities.ts";
import { walletIds } from "./sandbox/wallets/wallet-ids.ts";
import type { WorldPorts } from "./world.ts";

/** Fixed, so that addresses in a shell's history and late answers of authorities still fit after a restart. */
export const defaultPort = 7400;

/** The API's port, and what follows from it for everything else. */
export const portsFrom = (api: number): Required<WorldPorts> =>
  ({
    api,
    identityProvider: api + 1,
    table: api + 2,
    bus: api + 3,
    control: api + 10,
    ...Object.fromEntries([...authorityIds, ...walletIds].map((id, index) => [id, api + 11 + index])),
  }) as Required<WorldPorts>;

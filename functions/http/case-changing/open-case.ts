import { openCase as open } from "../../../shared/actions/open-case.ts";
import * as contracts from "../../../shared/api/contracts/case-changing.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { created, describeEndpoint } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";
import { changed } from "./changed.ts";

export const openCase = describeEndpoint(
  contracts.openCase,
  async ({ caller, body, idempotencyKey, deadline }, world: ChangingWorld) => {
    const { packageId, opening, consents } = body;
    const { outcome, case: opened } = await open(world, {
      caller,
      packageId,
      opening,
      consents,
      idempotencyKey,
      deadline,
    });
    if (outcome === "repeated") return changed(world, opened, caller);
    const location = `/v1/cases/${opened.id}`;
    return created(viewCase(world.packages, opened, caller), { version: opened.version, location });
  },
);

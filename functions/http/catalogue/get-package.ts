import { latestPackage } from "../../../shared/actions/latest-package.ts";
import * as contracts from "../../../shared/api/contracts/catalogue.ts";
import { viewPackage } from "../../../shared/api/views/package-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CatalogueWorld } from "../../wiring/worlds.ts";

export const getPackage = describeEndpoint(contracts.getPackage, async ({ packageId }, world: CatalogueWorld) =>
  ok(viewPackage(latestPackage(world, packageId))),
);

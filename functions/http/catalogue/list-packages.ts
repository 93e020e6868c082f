import * as contracts from "../../../shared/api/contracts/catalogue.ts";
import { catalogueEntry } from "../../../shared/packages/catalogue.ts";
import { latestVersions } from "../../../shared/packages/latest.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CatalogueWorld } from "../../wiring/worlds.ts";

export const listPackages = describeEndpoint(contracts.listPackages, async (_request, world: CatalogueWorld) =>
  ok({ packages: latestVersions(world.packages).map(catalogueEntry) }),
);

import { latestPackage } from "../../../shared/actions/latest-package.ts";
import * as contracts from "../../../shared/api/contracts/catalogue.ts";
import { viewForm } from "../../../shared/api/views/package-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CatalogueWorld } from "../../wiring/worlds.ts";

export const getPackageForm = describeEndpoint(contracts.getPackageForm, async ({ packageId }, world: CatalogueWorld) =>
  ok(viewForm(latestPackage(world, packageId))),
);

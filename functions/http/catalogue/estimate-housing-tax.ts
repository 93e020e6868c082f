import * as contracts from "../../../shared/api/contracts/estimate.ts";
import { assess } from "../../../shared/tax/assess.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CatalogueWorld } from "../../wiring/worlds.ts";

export const estimateHousingTax = describeEndpoint(
  contracts.estimateHousingTax,
  async ({ body }, { locality }: CatalogueWorld) => ok(assess(body, { locality })),
);

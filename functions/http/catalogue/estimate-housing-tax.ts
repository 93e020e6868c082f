import * as contracts from "../../../shared/api/contracts/estimate.ts";
import { assess } from "../../../shared/tax/assess.ts";
import { compareFilingDates } from "../../../shared/tax/estimate.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CatalogueWorld } from "../../wiring/worlds.ts";

export const estimateHousingTax = describeEndpoint(
  contracts.estimateHousingTax,
  async ({ body, compareWith }, { locality }: CatalogueWorld) => {
    const assessment = assess(body, { locality });
    if (!compareWith) return ok(assessment);
    return ok({ ...assessment, comparison: compareFilingDates(body, [body.filingDate, ...compareWith], { locality }) });
  },
);

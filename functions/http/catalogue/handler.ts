import { composeCatalogue } from "../../wiring/compose-catalogue.ts";
import { serve } from "../../wiring/serve.ts";
import { estimateHousingTax } from "./estimate-housing-tax.ts";
import { getHealth } from "./get-health.ts";
import { getOpenApi } from "./get-open-api.ts";
import { getPackage } from "./get-package.ts";
import { getPackageForm } from "./get-package-form.ts";
import { listPackages } from "./list-packages.ts";

export const endpoints = [getOpenApi, getHealth, listPackages, getPackage, getPackageForm, estimateHousingTax] as const;

export const handler = serve(endpoints, composeCatalogue);

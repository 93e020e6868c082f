import { packagesOf } from "../../shared/packages/index.ts";
import { localities } from "../../shared/tax/localities/index.ts";
import { CommonEnvironment } from "./environment.ts";
import { systemClock } from "./system-clock.ts";
import type { CatalogueWorld } from "./worlds.ts";

/** What the catalogue works with: data of this deployment, and nothing outside. */
export const composeCatalogue = (environment: NodeJS.ProcessEnv = process.env): CatalogueWorld => {
  const { LOCALITY } = CommonEnvironment.parse(environment);
  const locality = Object.hasOwn(localities, LOCALITY) ? localities[LOCALITY] : undefined;
  if (!locality) throw new Error(`no law is held for the locality ${LOCALITY}`);
  return { packages: packagesOf(LOCALITY), clock: systemClock, locality };
};

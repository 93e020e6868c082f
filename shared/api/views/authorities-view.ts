import type { Outages } from "../../actions/read-outages.ts";
import { authorities } from "../../connectors/authorities.ts";
import { latestVersions } from "../../packages/latest.ts";
import type { Package } from "../../packages/package.ts";
import type { AuthoritiesView } from "../resources/authority.ts";

/** The state of the authorities in words, with what each is asked for. */
export const viewAuthorities = (packages: readonly Package[], outages: Outages): AuthoritiesView => ({
  at: outages.at,
  isComplete: outages.isComplete,
  authorities: outages.authorities.map(({ id, asks, silence }) => ({
    id,
    name: authorities[id].name,
    packages: latestVersions(packages).flatMap((definition) => {
      const steps = definition.steps.flatMap(({ id: stepId, name }) =>
        asks.some((asked) => asked.packageId === definition.id && asked.stepId === stepId)
          ? [{ id: stepId, name }]
          : [],
      );
      return steps.length > 0 ? [{ id: definition.id, name: definition.name, steps }] : [];
    }),
    ...(silence && { silence: { ...silence, reasons: silence.reasons.map((reason) => ({ ...reason })) } }),
  })),
});

import { catalogueDetail } from "../../packages/catalogue.ts";
import { formJsonSchema, formOf } from "../../packages/form.ts";
import type { Package } from "../../packages/package.ts";
import type { FormView, PackageView } from "../resources/package.ts";
import { named } from "./names.ts";

/** A package as data, for a screen that draws it or a bureau that copies it. */
export const viewPackage = (definition: Package): PackageView => {
  const { steps, ...entry } = catalogueDetail(definition);
  return {
    ...entry,
    openedBy: [...definition.openedBy],
    roles: Object.keys(definition.roles).map((role) => named(definition, role)),
    steps: steps.map(({ authority, basis, after, ...step }) => {
      const appliesWhen = definition.steps.find(({ id }) => id === step.id)?.appliesWhen;
      return {
        ...step,
        ...(authority !== undefined && { authority: named(definition, authority) }),
        after: [...after],
        ...(appliesWhen && { appliesWhen }),
        basis: [...basis],
      };
    }),
  };
};

export const viewForm = (definition: Package): FormView => {
  const { opening, asked, prefilled, produced } = formOf(definition);
  return {
    packageId: definition.id,
    version: definition.version,
    opening: [...opening],
    asked: [...asked],
    prefilled: [...prefilled],
    produced: [...produced],
    schema: formJsonSchema(definition),
  };
};

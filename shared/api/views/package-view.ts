import { predecessorsOf } from "../../packages/define-package.ts";
import { formJsonSchema, formOf } from "../../packages/form.ts";
import type { Package } from "../../packages/package.ts";
import { savingsOf } from "../../packages/savings.ts";
import type { FormView, PackageView } from "../resources/package.ts";
import { named } from "./names.ts";

export const summarizePackage = (definition: Package) => ({
  id: definition.id,
  version: definition.version,
  name: definition.name,
  summary: definition.summary,
  tasks: definition.steps.filter(({ kind }) => kind === "task").length,
  papers: savingsOf(definition),
  before: definition.before,
});

/** A package as data, for a screen that draws it or a bureau that copies it. */
export const viewPackage = (definition: Package): PackageView => {
  const predecessors = predecessorsOf(definition);
  return {
    ...summarizePackage(definition),
    openedBy: [...definition.openedBy],
    roles: Object.entries(definition.roles).map(([id, { name }]) => ({ id, name })),
    steps: definition.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      name: step.name,
      ...(step.performs && { authority: named(definition, step.performs.authority) }),
      ...(step.asks && {
        asks: {
          role: step.asks.role,
          fields: [...step.asks.fields],
          ...(step.asks.statement && { statement: step.asks.statement }),
        },
      }),
      after: [...(predecessors.get(step.id) ?? [])],
      ...(step.appliesWhen && { appliesWhen: step.appliesWhen }),
      ...(step.promise !== undefined && { promise: step.promise }),
      ...(step.replaces && { replaces: step.replaces }),
      ...(step.resultDocument && { resultDocument: step.resultDocument }),
      basis: (step.basis ?? []).map(({ act, article, status }) => ({
        act,
        ...(article !== undefined && { article }),
        status,
      })),
    })),
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

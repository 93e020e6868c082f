import type { Text } from "../kernel/text.ts";
import { predecessorsOf } from "./define-package.ts";
import { formOf } from "./form.ts";
import type { Citation, Package, Step, StepKind } from "./package.ts";
import { type Savings, savingsOf } from "./savings.ts";

/** What a package offers, as a citizen or another bureau reads it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  /** How often one must come in: the visit class. */
  readonly visitClass: "no-visit" | "one-visit";
  readonly tasks: number;
  readonly fields: { readonly asked: number; readonly prefilled: number; readonly produced: number };
  readonly savings: Savings;
  readonly durationBefore: string;
}

/** An entry with its steps, in the package's order. */
export interface CatalogueDetail extends CatalogueEntry {
  readonly steps: readonly CatalogueStep[];
}

export interface CatalogueStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: Text;
  /** Who completes it: `system`, or the role that is asked. */
  readonly completedBy: string;
  readonly authority?: string;
  readonly after: readonly string[];
  readonly promise?: string;
  readonly resultDocument?: Text;
  readonly replaces?: Step["replaces"];
  readonly basis: readonly Citation[];
}

/** A package as the list of what is offered shows it. */
export const catalogueEntry = (definition: Package): CatalogueEntry => {
  const form = formOf(definition);
  return {
    id: definition.id,
    version: definition.version,
    name: definition.name,
    summary: definition.summary,
    visitClass: definition.visits === 0 ? "no-visit" : "one-visit",
    tasks: definition.steps.filter(({ kind }) => kind === "task").length,
    fields: {
      asked: form.opening.length + form.asked.length,
      prefilled: form.prefilled.length,
      produced: form.produced.length,
    },
    savings: savingsOf(definition),
    durationBefore: definition.before.duration,
  };
};

/** A package with its steps, each behind those that give what it needs. */
export const catalogueDetail = (definition: Package): CatalogueDetail => {
  const predecessors = predecessorsOf(definition);
  return {
    ...catalogueEntry(definition),
    steps: definition.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      name: step.name,
      completedBy: step.asks?.role ?? "system",
      ...(step.performs && { authority: step.performs.authority }),
      after: predecessors.get(step.id) ?? [],
      ...(step.promise && { promise: step.promise }),
      ...(step.resultDocument && { resultDocument: step.resultDocument }),
      ...(step.replaces && { replaces: step.replaces }),
      basis: step.basis ?? [],
    })),
  };
};

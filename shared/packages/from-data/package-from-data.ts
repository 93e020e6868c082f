import * as z from "zod";
import { type AnyOperation, defineOperation } from "../../connectors/operation.ts";
import { definePackage } from "../define-package.ts";
import type { FactDefinition, Package, Step } from "../package.ts";
import { factKinds } from "./fact-kinds.ts";
import type { PackageFile } from "./package-file.ts";

/**
 * A package from plain data: facts by kind, steps by what they need and give, operations by name. No code belongs to it.
 * That a file is as `PackageFile` says is a matter of tests (`readPackageFile`), not of every cold start.
 * @throws PackageInvalid when the package contradicts itself
 */
export const packageFromData = (data: unknown): Package => {
  const file = data as PackageFile;
  const facts = Object.fromEntries(Object.entries(file.facts).map(([name, fact]) => [name, factOf(fact)]));
  const steps = file.steps.map((step) => stepOf({ ...step, needs: step.needs ?? [], gives: step.gives ?? [] }, facts));
  return definePackage({ ...(file as Omit<PackageFile, "facts" | "steps">), facts, steps } as Package);
};

type FactFile = PackageFile["facts"][string];
type StepFile = PackageFile["steps"][number];

const factOf = ({ kind, choices, label, holder, isPrivate }: FactFile): FactDefinition => ({
  schema: choices ? z.enum(choices as [string, ...string[]]) : factKinds[kind ?? "text"](),
  label,
  ...(holder && { holder }),
  ...(isPrivate !== undefined && { isPrivate }),
});

const stepOf = ({ performs, ...step }: StepFile, facts: Readonly<Record<string, FactDefinition>>): Step => {
  if (!performs) return step as Step;
  const { authority, operation: name, kind } = performs;
  const operation: AnyOperation = defineOperation({
    authority,
    name,
    kind,
    label: step.name,
    request: () => shapeOf(facts, step.needs, step.wants ?? []),
    answer: () => shapeOf(facts, step.gives, []).extend({ document: ResultDocument.optional() }),
  });
  return { ...step, performs: operation } as Step;
};

const ResultDocument = z.object({ number: z.string().min(1).max(80), issuedOn: z.string().min(1).max(10) });

const shapeOf = (
  facts: Readonly<Record<string, FactDefinition>>,
  needed: readonly string[],
  wanted: readonly string[],
): z.ZodObject => {
  const schema = (name: string): z.ZodType => facts[name]?.schema ?? z.never();
  return z.object({
    ...Object.fromEntries(needed.map((name) => [name, schema(name)])),
    ...Object.fromEntries(wanted.map((name) => [name, schema(name).optional()])),
  });
};

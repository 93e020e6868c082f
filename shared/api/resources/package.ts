import * as z from "zod";
import { NamedView, PapersView, TextView } from "./common.ts";

const JsonSchema = z.record(z.string(), z.unknown());

export const PackageSummary = z.object({
  id: z.string(),
  version: z.int(),
  name: TextView,
  summary: TextView,
  tasks: z.int().meta({ description: "How many tasks it joins" }),
  papers: PapersView,
  before: z.object({ visits: z.int(), duration: z.string(), source: z.string() }),
});

export const PackageList = z.object({ packages: z.array(PackageSummary) });

/** A package as data: what it does, for whom, in which order, and on which law. */
export const PackageView = PackageSummary.extend({
  openedBy: z.array(z.string()),
  roles: z.array(NamedView),
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["record", "person", "rule", "task"]),
      name: TextView,
      authority: NamedView.optional(),
      asks: z.object({ role: z.string(), fields: z.array(z.string()), statement: TextView.optional() }).optional(),
      after: z.array(z.string()).meta({ description: "Steps that must be settled before" }),
      appliesWhen: z.unknown().optional().meta({ description: "A condition as data; absent: always" }),
      promise: z.string().optional().meta({ description: "ISO 8601 duration" }),
      replaces: z.object({ forms: z.int(), papers: z.int(), list: TextView }).optional(),
      resultDocument: TextView.optional(),
      basis: z.array(
        z.object({ act: z.string(), article: z.string().optional(), status: z.enum(["read", "unverified"]) }),
      ),
    }),
  ),
});
export type PackageView = z.output<typeof PackageView>;

/** All that a package asks of people, and where the rest comes from. */
export const FormView = z.object({
  packageId: z.string(),
  version: z.int(),
  opening: z.array(z.string()),
  asked: z.array(z.object({ fact: z.string(), step: z.string(), role: z.string(), isOptional: z.boolean() })),
  prefilled: z.array(z.object({ fact: z.string(), step: z.string(), holder: z.string() })),
  produced: z.array(z.object({ fact: z.string(), step: z.string() })),
  schema: JsonSchema.meta({ description: "JSON Schema 2020-12: `opening`, then one part per step that asks" }),
});
export type FormView = z.output<typeof FormView>;

import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { NamedView, PapersView, TextView } from "./common.ts";

/** A package in the catalogue, as `shared/packages/catalogue.ts` derives it. */
export const PackageEntry = lazily(() =>
  z.object({
    id: z.string(),
    version: z.int(),
    name: TextView(),
    summary: TextView(),
    visitClass: z.enum(["no-visit", "one-visit"]),
    tasks: z.int().meta({ description: "How many tasks it joins" }),
    fields: z.object({ asked: z.int(), prefilled: z.int(), produced: z.int() }),
    savings: PapersView(),
    durationBefore: z.string(),
  }),
);

export const PackageList = lazily(() => z.object({ packages: z.array(PackageEntry()) }));

/** A package as data: what it does, for whom, in which order, and on which law. */
export const PackageView = lazily(() =>
  PackageEntry().extend({
    openedBy: z.array(z.string()).meta({ description: "The roles that may open it" }),
    roles: z.array(NamedView()),
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["record", "person", "rule", "task"]),
        name: TextView(),
        completedBy: z.string().meta({ description: "`system`, or the role that is asked" }),
        authority: NamedView().optional(),
        after: z.array(z.string()).meta({ description: "Steps that must be settled before" }),
        appliesWhen: z.unknown().optional().meta({ description: "A condition as data; absent: always" }),
        promise: z.string().optional().meta({ description: "ISO 8601 duration" }),
        resultDocument: TextView().optional(),
        replaces: z.object({ forms: z.int(), papers: z.int(), list: TextView() }).optional(),
        basis: z.array(
          z.object({ act: z.string(), article: z.string().optional(), status: z.enum(["read", "unverified"]) }),
        ),
      }),
    ),
  }),
);
export type PackageView = z.output<ReturnType<typeof PackageView>>;

/** All that a package asks of people, and where the rest comes from. */
export const FormView = lazily(() =>
  z.object({
    packageId: z.string(),
    version: z.int(),
    opening: z.array(z.string()),
    asked: z.array(z.object({ fact: z.string(), step: z.string(), role: z.string(), isOptional: z.boolean() })),
    prefilled: z.array(z.object({ fact: z.string(), step: z.string(), holder: z.string() })),
    produced: z.array(z.object({ fact: z.string(), step: z.string() })),
    schema: z
      .record(z.string(), z.unknown())
      .meta({ description: "JSON Schema 2020-12: `opening`, then one part per step that asks" }),
  }),
);
export type FormView = z.output<ReturnType<typeof FormView>>;

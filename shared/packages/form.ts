import * as z from "zod";
import { givenFacts, oncePerPackage } from "./define-package.ts";
import type { Ask, Package, Step } from "./package.ts";

/** Where every fact of a package comes from: each is in exactly one of the four lists. */
export interface Form {
  /** What the opening request carries. */
  readonly opening: readonly string[];
  /** What a person is asked: what tasks need, less what tasks produce, less what authorities hold. */
  readonly asked: readonly {
    readonly fact: string;
    readonly step: string;
    readonly role: string;
    readonly isOptional: boolean;
  }[];
  /** What authorities hold: fetched, shown, never asked. */
  readonly prefilled: readonly { readonly fact: string; readonly step: string; readonly holder: string }[];
  /** What the package's own steps produce. */
  readonly produced: readonly { readonly fact: string; readonly step: string }[];
}

/** The form of a package, derived from its steps. */
export const formOf = (definition: Package): Form => {
  const asked = definition.steps.flatMap(({ id, asks }) =>
    (asks?.fields ?? []).map((fact) => ({
      fact,
      step: id,
      role: asks?.role ?? "",
      isOptional: asks?.optional?.includes(fact) ?? false,
    })),
  );
  const statedInstead = definition.steps.flatMap(({ id, instead }) =>
    (instead?.fields ?? []).map((fact) => ({ fact, step: id, role: instead?.role ?? "", isOptional: true })),
  );
  asked.push(...statedInstead);
  const isAsked = new Set(asked.map(({ fact }) => fact));
  const others = definition.steps.flatMap((step) =>
    givenFacts(step).flatMap((fact) =>
      isAsked.has(fact) ? [] : [{ fact, step: step.id, holder: definition.facts[fact]?.holder }],
    ),
  );
  return {
    opening: definition.opensWith,
    asked,
    prefilled: others.flatMap(({ fact, step, holder }) => (holder ? [{ fact, step, holder }] : [])),
    produced: others.flatMap(({ fact, step, holder }) => (holder ? [] : [{ fact, step }])),
  };
};

/** What an opening request must carry. */
export const openingSchema = oncePerPackage(
  (definition): z.ZodObject => z.strictObject(shapeOf(definition, definition.opensWith, [])),
);

/** What the answer to a person's step must carry; nothing, when it only asks for a confirmation. */
export const answersSchema = (definition: Package, { asks }: Pick<Step, "asks">): z.ZodObject => {
  if (asks === undefined) return z.strictObject({});
  const schemas = answersSchemas(definition);
  const schema = schemas.get(asks) ?? z.strictObject(shapeOf(definition, asks.fields, asks.optional ?? []));
  schemas.set(asks, schema);
  return schema;
};

const answersSchemas = oncePerPackage(() => new WeakMap<Ask, z.ZodObject>());

/** What an officer who decides in place of a rule must say: each of its results, or null where one does not arise. */
export const resultsSchema = ({ facts }: Package, { gives }: Pick<Step, "gives">): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      gives.flatMap((name) => {
        const schema = facts[name]?.schema;
        return schema ? [[name, schema.nullable()]] : [];
      }),
    ),
  );

/** The JSON Schema of what an officer who decides in place of a rule must say. */
export const resultsJsonSchema = (definition: Package, step: Pick<Step, "gives">): Record<string, unknown> =>
  labelled(definition, resultsSchema(definition, step));

/** The JSON Schema of all that a package asks of people, step by step, with the opening. */
export const formJsonSchema = (definition: Package): Record<string, unknown> => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: definition.name.zh,
  description: definition.name.en,
  type: "object",
  properties: Object.fromEntries([
    ["opening", labelled(definition, openingSchema(definition))],
    ...definition.steps.flatMap((step) =>
      step.asks ? [[step.id, labelled(definition, answersSchema(definition, step))] as const] : [],
    ),
  ]),
  required: ["opening"],
  additionalProperties: false,
});

/** The JSON Schema of one question. */
export const answersJsonSchema = (definition: Package, step: Pick<Step, "asks">): Record<string, unknown> =>
  labelled(definition, answersSchema(definition, step));

const shapeOf = (
  { facts }: Package,
  names: readonly string[],
  optional: readonly string[],
): Record<string, z.ZodType> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const schema = facts[name]?.schema;
      if (!schema) return [];
      return [[name, optional.includes(name) ? schema.optional() : schema]];
    }),
  );

const labelled = ({ facts }: Package, schema: z.ZodObject): Record<string, unknown> => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const properties = Object.entries(json.properties ?? {}).map(([name, property]) => {
    const label = facts[name]?.label;
    return [name, label ? { title: label.zh, description: label.en, ...(property as object) } : property];
  });
  return { ...json, properties: Object.fromEntries(properties) };
};

import * as z from "zod";
import { type AuthorityId, authorityIds } from "../../connectors/authorities.ts";
import type { Condition } from "../condition.ts";
import { PackageInvalid } from "../define-package.ts";
import { type FactKind, factKinds } from "./fact-kinds.ts";

const Words = z.strictObject({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) });
const Name = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/);
const FactName = z.string().regex(/^[a-z][A-Za-z0-9]{0,79}$/);
const Names = z.array(FactName).max(60);
const Authority = z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]);

const ConditionFile: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: FactName, equals: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ fact: FactName, oneOf: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ fact: FactName, includes: z.string() }),
    z.strictObject({ fact: FactName, isGiven: z.boolean() }),
    z.strictObject({ all: z.array(ConditionFile).min(1) }),
    z.strictObject({ any: z.array(ConditionFile).min(1) }),
    z.strictObject({ not: ConditionFile }),
  ]),
);

const FactFile = z
  .strictObject({
    kind: z.enum(Object.keys(factKinds) as [FactKind, ...FactKind[]]).optional(),
    /** In place of a kind: the values that may be chosen. */
    choices: z.array(z.string().min(1).max(80)).min(2).max(50).optional(),
    label: Words,
    holder: Authority.optional(),
    isPrivate: z.boolean().optional(),
  })
  .refine(({ kind, choices }) => (kind === undefined) !== (choices === undefined), "either a kind or choices");

const StepFile = z.strictObject({
  id: Name,
  kind: z.enum(["record", "person", "task"]),
  name: Words,
  needs: Names.default([]),
  wants: Names.optional(),
  after: z.array(Name).optional(),
  gives: Names.default([]),
  appliesWhen: ConditionFile.optional(),
  asks: z
    .strictObject({
      role: Name,
      each: z.boolean().optional(),
      isForm: z.boolean().optional(),
      fields: Names,
      optional: Names.optional(),
      shows: Names.optional(),
      statement: Words.optional(),
    })
    .optional(),
  /** The authority's operation: it is sent what the step needs and wants, and answers what the step gives. */
  performs: z.strictObject({ authority: Authority, operation: Name, kind: z.enum(["query", "act"]) }).optional(),
  /** Of a query: whose records it fetches (a fact; absent: the opener's), and by which step they authorise it. */
  looksUp: z.array(z.strictObject({ about: FactName.optional(), under: Name })).optional(),
  isIrreversible: z.boolean().optional(),
  promise: z.string().optional(),
  replaces: z.strictObject({ forms: z.int().min(0), papers: z.int().min(0), list: Words }).optional(),
  resultDocument: Words.optional(),
  basis: z
    .array(
      z.strictObject({
        act: z.string().min(1),
        article: z.string().optional(),
        status: z.enum(["read", "unverified"]),
      }),
    )
    .optional(),
});

/** A package as a file: everything that a package is, in plain JSON. `README.md` of the folder above says how to make one. */
export const PackageFile = z.strictObject({
  id: Name,
  version: z.int().positive(),
  name: Words,
  summary: Words,
  opensWith: Names.min(1),
  openedBy: z.array(Name).min(1),
  roles: z.record(Name, z.strictObject({ name: Words, listedIn: FactName.optional() })),
  before: z.strictObject({ visits: z.int().min(0), duration: z.string(), source: z.string().min(1) }),
  visits: z.union([z.literal(0), z.literal(1)]),
  facts: z.record(FactName, FactFile),
  steps: z.array(StepFile).min(1).max(100),
});

export type PackageFile = z.output<typeof PackageFile>;

/** Reads a package file. @throws PackageInvalid with everything in it that is not as it should be */
export const readPackageFile = (data: unknown): PackageFile => {
  const parsed = PackageFile.safeParse(data);
  if (parsed.success) return parsed.data;
  const { id } = (data ?? {}) as { readonly id?: unknown };
  throw new PackageInvalid(String(id), [z.prettifyError(parsed.error)]);
};

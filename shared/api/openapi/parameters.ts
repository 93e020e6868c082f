import * as z from "zod";
import type { Contract } from "../contract.ts";

type Json = Record<string, unknown>;

/** Path, query and headers of a route. */
export const parametersOf = (contract: Contract): readonly Json[] => [
  ...fieldsOf(contract.path()).map(({ name, schema }) => ({ name, in: "path", required: true, schema })),
  ...fieldsOf(contract.query()).map(({ name, schema, isRequired }) => ({
    name,
    in: "query",
    required: isRequired,
    schema,
  })),
  ...(contract.takesIdempotencyKey
    ? [header("Idempotency-Key", true, "The same for every repetition of one request", "^[A-Za-z0-9._:-]{8,128}$")]
    : []),
  ...(contract.takesVersion ? [header("If-Match", true, "The ETag with which the case was read")] : []),
  ...(contract.route.method === "GET"
    ? [header("If-None-Match", false, "An ETag one has; 304 if nothing changed")]
    : []),
  header("Accept-Language", false, "Language of problems: zh (default) or en"),
];

const header = (name: string, required: boolean, description: string, pattern?: string): Json => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string", ...(pattern !== undefined && { pattern }) },
});

const fieldsOf = (schema: z.ZodType) => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, each]) => ({
    name,
    schema: each,
    isRequired: required.includes(name),
  }));
};

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { openApiDocument } from "../../../shared/api/openapi.ts";
import { type RouteName, routes } from "../../../shared/api/routes.ts";

export type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

// What callers read: a copy as JSON, which knows nothing of the schemas that it was made from.
const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export const operationOf = (name: RouteName): Operation => {
  const { path, method } = routes[name];
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${name} is not described`);
  return operation;
};

/** Follows a reference within the document. */
export const resolved = (schema: Schema): Schema => {
  const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ""))?.[1];
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
};

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
ajv.addSchema({ $id: "api", components: document.components });
const validators = new Map<string, ValidateFunction>();

const validatorOf = (name: RouteName, status: number, type: string, schema: Schema): ValidateFunction => {
  const key = `${name} ${status} ${type}`;
  const known = validators.get(key);
  if (known) return known;
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')));
  validators.set(key, validate);
  return validate;
};

/** What about a reply the document does not say; nothing when it says all of it. */
export const undescribed = (
  name: RouteName,
  reply: { readonly status: number; readonly contentType: string | undefined; readonly body: unknown },
): string | undefined => {
  const described = operationOf(name).responses[String(reply.status)];
  if (!described) return `status ${reply.status} is not described`;
  if (reply.status === 304) return undefined;
  const type = reply.contentType?.split(";")[0] ?? "";
  // Another party's wire: anything.
  if (described.content?.["*/*"] && type !== "application/problem+json") return undefined;
  const schema = described.content?.[type]?.schema;
  if (!schema) return `${type} is not described for ${reply.status}`;
  const validate = validatorOf(name, reply.status, type, schema);
  return validate(reply.body) ? undefined : `${reply.status}: ${ajv.errorsText(validate.errors)}`;
};

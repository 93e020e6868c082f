import fc from "fast-check";
import { contracts } from "../../../shared/api/contracts/index.ts";
import { type RouteName, routes } from "../../../shared/api/routes.ts";
import type { TestRequest } from "../../functions/support/call.ts";
import { aCode, aDocumentId } from "../../functions/support/certificates.ts";
import { operationOf, resolved, type Schema } from "./described-api.ts";
import { hostileTexts } from "./hostile-text.ts";

/** Names of things that exist in the world in which the requests are made. */
export interface Known {
  readonly caseIds: readonly string[];
  readonly stepIds: readonly string[];
  readonly packageIds: readonly string[];
  readonly billIds: readonly string[];
  /** Of the first case, and of nobody but those who are named in it. */
  readonly mandateId: string;
  readonly differenceIds: readonly string[];
  readonly openings: readonly object[];
  readonly answers: readonly object[];
  readonly tokens: readonly string[];
  readonly logins: readonly string[];
  /** Who is asked what in which case: from there a request gets further than to the door. */
  readonly seats: readonly Seat[];
}

export interface Seat {
  readonly caseId: string;
  readonly login: string;
  readonly stepId: string;
}

/** Stands for the version that the case has when the request is sent. */
export const currentVersion = '"current"';

export interface FuzzRequest extends TestRequest {
  readonly name: RouteName;
  readonly login: string;
}

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ maxLength: 60, unit: "binary" }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
);

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  text,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[]], { $ne: null }),
);

/** Mostly what a schema asks for, now and then something else in its place. */
const valueFor = (schema: Schema, depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: soundFor(resolved(schema), depth) }, { weight: 1, arbitrary: anything });

const soundFor = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((choice) => valueFor(choice, depth + 1)));
  switch (schema.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({
        min: Number(schema.minimum ?? -5),
        max: Math.min(Number(schema.maximum ?? 100_000), 2 ** 31),
      });
    case "number":
      return fc.double();
    case "array":
      if (depth > 5) return fc.constant([]);
      return fc.array(valueFor((schema.items ?? {}) as Schema, depth + 1), { maxLength: 4 });
    case "object":
      return objectFor(schema, depth);
    case "string":
      return typeof schema.pattern === "string" && schema.pattern.length < 120
        ? fc.oneof({ weight: 4, arbitrary: safeStringMatching(schema.pattern) }, { weight: 1, arbitrary: text })
        : text;
    default:
      return anything;
  }
};

const safeStringMatching = (pattern: string): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return text;
  }
};

const objectFor = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.fromEntries(properties.map(([name, property]) => [name, valueFor(property, depth + 1)]));
  const described = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (schema.additionalProperties === false) return described;
  const further = fc.dictionary(fc.oneof(text, fc.constantFrom("wish", "code", "email")), anything, { maxKeys: 2 });
  return fc.tuple(described, further).map(([one, other]) => ({ ...other, ...(one as object) }));
};

const rarely = <Value>(usual: fc.Arbitrary<Value>, else_: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: else_ });

/** Requests of one route, as its description lets a stranger write them; names that exist are woven in. */
export const requestsOf = (name: RouteName, known: Known): fc.Arbitrary<FuzzRequest> => {
  const { parameters, requestBody } = operationOf(name);
  const contract = contracts[name];
  const names: Readonly<Record<string, readonly string[]>> = {
    caseId: known.caseIds,
    stepId: known.stepIds,
    packageId: known.packageIds,
    billId: known.billIds,
    delegationId: [known.mandateId],
    paymentId: ["1", "2", "99"],
    differenceId: known.differenceIds,
    wallet: ["wechat", "alipay"],
    documentId: [aDocumentId],
    code: [aCode, "34679ACDEFHJKMNP"],
  };
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const path = fc.record(
    Object.fromEntries(
      of("path").map((each) => [each.name, rarely(fc.constantFrom(...(names[each.name] ?? ["x"])), text)]),
    ),
  );
  const queryFields = of("query").map((each) => [each.name, valueFor(each.schema).map(asQueryText)] as const);
  const query = fc.record(Object.fromEntries([...queryFields, ["isAdmin", fc.constant("1")]]), { requiredKeys: [] });
  const headers = fc.record(
    {
      "idempotency-key": contract.takesIdempotencyKey
        ? rarely(fc.stringMatching(/^[A-Za-z0-9._:-]{8,12}$/), text)
        : fc.constant("a-key-of-nobody"),
      "if-match": rarely(
        fc.oneof(
          { weight: 2, arbitrary: fc.constant(currentVersion) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((version) => `"${version}"`) },
        ),
        text,
      ),
      "x-callback-token": rarely(fc.constantFrom(...known.tokens), text),
      // What nobody sends by chance, and what makes the door refuse nearly everything.
      "acting-under": seldom(fc.oneof(fc.constant(known.mandateId), text)),
      dpop: seldom(text),
      "accept-language": fc.oneof(fc.constantFrom("zh", "en", "zh-CN,en;q=0.3", "*;q=0"), text),
      "if-none-match": fc.oneof(fc.constant("*"), text),
      "content-type": rarely(fc.constant("application/json"), text),
    },
    { requiredKeys: ["idempotency-key", "if-match", "x-callback-token", "content-type"] },
  );
  const schema = requestBody?.content["application/json"]?.schema;
  const woven = name === "openCase" ? known.openings : name === "answerStep" ? known.answers : [];
  const bodies: fc.Arbitrary<string | undefined>[] = [
    ...(schema
      ? [valueFor(schema).map((value) => JSON.stringify(value)), valueFor(schema).map((value) => JSON.stringify(value))]
      : []),
    ...(woven.length > 0 ? [fc.constantFrom(...woven).map((value) => JSON.stringify(value))] : []),
    anything.map((value) => JSON.stringify(value)),
  ];
  const body = routes[name].method === "GET" ? fc.constant(undefined) : rarely(fc.oneof(...bodies), text);
  const login = fc.constantFrom(...known.logins);
  const seat = fc.option(fc.constantFrom(...known.seats));
  return fc
    .record({ path, query: rarely(fc.constant({}), query), headers: headers.map(given), body, login, seat })
    .map(({ body, seat, ...request }) => ({
      ...(request as Omit<FuzzRequest, "name">),
      ...(seat && { path: seated(request.path as Record<string, string>, seat), login: seat.login }),
      name,
      ...(body !== undefined && { text: body }),
    }));
};

/** The same request from somebody's seat: their case, and mostly their step, where the path names any. */
const seated = (path: Readonly<Record<string, string>>, { caseId, stepId }: Seat): Record<string, string> => ({
  ...path,
  ...("caseId" in path && { caseId }),
  ...("stepId" in path && { stepId }),
});

/** A value has no text of its own when it is `{"toString": ""}`. */
const asQueryText = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

const seldom = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const given = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

import * as z from "zod";
import { maxBodyBytes, maxDepth } from "../../../functions/wiring/read-body.ts";
import type { Contract } from "../../../shared/api/contract.ts";
import type { ProblemCode } from "../../../shared/api/problems.ts";
import type { TestRequest } from "./call.ts";

/** One way in which a request can be wrong, made from a sound one. */
export interface BadInput {
  readonly what: string;
  readonly request: TestRequest;
  readonly code: ProblemCode;
  /** The field that must be named. */
  readonly path?: string;
}

/** Every way in which a request of this route can be wrong by its form alone, derived from its contract. */
export const badInputs = (contract: Contract, sound: TestRequest): readonly BadInput[] => [
  ...badQueries(contract, sound),
  ...badPaths(contract, sound),
  ...badHeaders(contract, sound),
  ...badBodies(contract, sound),
];

const badQueries = (contract: Contract, sound: TestRequest): BadInput[] => {
  const bad = (what: string, query: Record<string, string>, code: ProblemCode, path?: string): BadInput => ({
    what,
    request: { ...sound, query: { ...sound.query, ...query } },
    code,
    ...(path !== undefined && { path }),
  });
  const isPaged = "limit" in propertiesOf(contract.query());
  const comparesDays = "compareWith" in propertiesOf(contract.query());
  return [
    bad("an unknown query parameter", { debug: "true" }, "query-invalid", "/query/debug"),
    ...(isPaged
      ? [
          ...["0", "101", "-1", "1.5", "many", "", "1,2", "NaN"].map((limit) =>
            bad(`a limit of ${JSON.stringify(limit)}`, { limit }, "query-invalid", "/query/limit"),
          ),
          bad("an empty cursor", { cursor: "" }, "query-invalid", "/query/cursor"),
          bad("an endless cursor", { cursor: "x".repeat(1025) }, "query-invalid", "/query/cursor"),
          bad("a made-up cursor", { cursor: "eyJwayI6IkNBU0UjMSJ9.00000000000000000000000000" }, "cursor-invalid"),
        ]
      : []),
    ...(comparesDays
      ? [
          bad("no day to compare with", { compareWith: "" }, "query-invalid", "/query/compareWith/0"),
          bad("a day that does not exist", { compareWith: "2026-02-29" }, "query-invalid", "/query/compareWith/0"),
          bad("too many days", { compareWith: Array(6).fill("2026-03-01").join() }, "query-invalid"),
        ]
      : []),
  ];
};

const notFound: Readonly<Record<string, ProblemCode>> = {
  caseId: "case-not-found",
  stepId: "step-not-found",
  packageId: "package-not-found",
  documentId: "document-not-found",
  code: "certificate-code-mistyped",
  delegationId: "mandate-not-found",
  billId: "bill-not-found",
  paymentId: "payment-not-found",
  differenceId: "difference-not-found",
};

const badPaths = (contract: Contract, sound: TestRequest): BadInput[] =>
  Object.keys(propertiesOf(contract.path())).flatMap((name) =>
    ["UPPER", "with space", "..%2f..", "名", "-x", "x".repeat(81), "'; drop table cases; --"].map((value) => ({
      what: `${name} ${JSON.stringify(value.slice(0, 24))}`,
      request: { ...sound, path: { ...sound.path, [name]: value } },
      code: notFound[name] ?? ("route-not-found" as const),
    })),
  );

const badHeaders = (contract: Contract, sound: TestRequest): BadInput[] => {
  const bad = (what: string, name: string, value: string | undefined, code: ProblemCode): BadInput => ({
    what,
    request: { ...sound, headers: { ...sound.headers, [name]: value } },
    code,
  });
  return [
    ...(contract.takesIdempotencyKey
      ? [
          bad("no Idempotency-Key", "idempotency-key", undefined, "idempotency-key-missing"),
          bad("a short Idempotency-Key", "idempotency-key", "1234567", "idempotency-key-invalid"),
          bad("a long Idempotency-Key", "idempotency-key", "x".repeat(129), "idempotency-key-invalid"),
          bad("an Idempotency-Key with spaces", "idempotency-key", "one key too many", "idempotency-key-invalid"),
        ]
      : []),
    ...(contract.takesVersion
      ? [
          bad("no If-Match", "if-match", undefined, "if-match-missing"),
          bad("any If-Match", "if-match", "*", "if-match-invalid"),
          bad("a bare If-Match", "if-match", "1", "if-match-invalid"),
          bad("two tags in If-Match", "if-match", '"1", "2"', "if-match-invalid"),
        ]
      : []),
    ...(contract.takesCallbackToken
      ? [
          bad("no callback token", "x-callback-token", undefined, "callback-refused"),
          bad("a forged callback token", "x-callback-token", "0".repeat(26), "callback-refused"),
          bad("an endless callback token", "x-callback-token", "0".repeat(201), "callback-refused"),
        ]
      : []),
  ];
};

const badBodies = (contract: Contract, sound: TestRequest): BadInput[] => {
  if (contract.bodyIs === "none") return [];
  if (contract.bodyIs === "bytes") {
    return [{ what: "a huge body", request: { ...sound, text: "x".repeat(maxBodyBytes + 1) }, code: "body-too-large" }];
  }
  const invalid: ProblemCode = contract.readBody ? "facts-invalid" : "body-invalid";
  const { body: _body, ...without } = sound;
  const text = JSON.stringify(sound.body ?? {});
  const raw = (what: string, code: ProblemCode, more: Partial<TestRequest>): BadInput => ({
    what,
    request: { ...without, text, ...more, headers: { ...sound.headers, ...more.headers } },
    code,
  });
  return [
    ...(contract.bodyIs === "required" ? [{ what: "no body", request: without, code: "body-missing" as const }] : []),
    raw("half a body", "json-invalid", { text: '{"a":' }),
    raw("a form", "json-invalid", { text: "a=1" }),
    raw("a prototype", "json-invalid", { text: '{"__proto__":{"admin":true}}' }),
    raw("a NUL character", "json-invalid", { text: '{"a":"\\u0000"}' }),
    raw("a deep body", "json-too-deep", { text: "[".repeat(maxDepth + 1) + "]".repeat(maxDepth + 1) }),
    raw("a huge body", "body-too-large", { text: JSON.stringify({ a: "x".repeat(maxBodyBytes) }) }),
    raw("a text body", "content-type-unsupported", { headers: { "content-type": "text/plain" } }),
    raw("a form's content type", "content-type-unsupported", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
    raw("another charset", "content-type-unsupported", {
      headers: { "content-type": "application/json; charset=gbk" },
    }),
    raw("a compressed body", "content-type-unsupported", { headers: { "content-encoding": "gzip" } }),
    ...["[]", "null", '"text"', "1", "true"].map((root) => raw(`${root} for a body`, invalid, { text: root })),
    ...badFields(contract, sound, invalid),
  ];
};

/** Each field missing, of each wrong type, and one too many. */
const badFields = (contract: Contract, sound: TestRequest, code: ProblemCode): BadInput[] => {
  const properties = propertiesOf(contract.body());
  const body = (sound.body ?? {}) as Record<string, unknown>;
  const bad = (what: string, changed: Record<string, unknown>, path: string): BadInput => ({
    what,
    request: { ...sound, body: changed },
    code,
    path,
  });
  const isOpen = Object.keys(properties).length === 0 && contract.takesCallbackToken;
  return [
    ...(isOpen ? [] : [bad("an unknown field", { ...body, isAdmin: true }, "/isAdmin")]),
    ...requiredOf(contract.body()).map((name) => {
      const { [name]: _missing, ...rest } = body;
      return bad(`no ${name}`, rest, `/${name}`);
    }),
    ...Object.entries(properties).flatMap(([name, property]) =>
      wrongValues(property).map((value) =>
        bad(`${JSON.stringify(value)} for ${name}`, { ...body, [name]: value }, `/${name}`),
      ),
    ),
  ];
};

interface Property {
  readonly type?: string;
  readonly anyOf?: unknown;
  readonly oneOf?: unknown;
}

const values: Readonly<Record<string, unknown>> = {
  string: "text",
  number: 1.5,
  boolean: true,
  array: [],
  object: {},
  null: null,
};

const wrongValues = ({ type, anyOf, oneOf }: Property): readonly unknown[] => {
  // A union takes several types; the ones that it takes are its own tests' matter.
  if (type === undefined || anyOf !== undefined || oneOf !== undefined) return [];
  return Object.entries(values)
    .filter(([name]) => name !== type)
    .map(([, value]) => value);
};

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
const propertiesOf = (schema: z.ZodType): Record<string, Property> =>
  (jsonOf(schema).properties ?? {}) as Record<string, Property>;
const requiredOf = (schema: z.ZodType): readonly string[] => jsonOf(schema).required ?? [];

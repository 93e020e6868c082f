import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { contracts } from "../../shared/api/contracts/index.ts";
import { problemCodesOf } from "../../shared/api/openapi/problem-responses.ts";
import { openApiDocument } from "../../shared/api/openapi.ts";
import { needsToken, type RouteName, routes } from "../../shared/api/routes.ts";

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

const document = openApiDocument() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operationOf = (name: RouteName): Operation => {
  const { path, method } = routes[name];
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${name} is not described`);
  return operation;
};

test("it is OpenAPI 3.1, and every reference leads somewhere", async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  expect(result).toMatchObject({ valid: true });
  expect(validator.version).toBe("3.1");
  const text = JSON.stringify(document);
  const schemas = Object.keys((openApiDocument().components as { schemas: object }).schemas);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(schemas).toContain(name);
});

test("it describes every route, and nothing else", () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(
    Object.values(routes)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

test.each(Object.keys(routes) as RouteName[])("%s: parameters, security and problems follow its contract", (name) => {
  const operation = operationOf(name);
  const contract = contracts[name];
  expect(operation.operationId).toBe(name);
  const inPath = operation.parameters.filter((each) => each.in === "path").map((each) => `{${each.name}}`);
  expect(inPath).toEqual(routes[name].path.match(/\{\w+\}/g) ?? []);
  const headers = operation.parameters.filter((each) => each.in === "header" && each.required).map((each) => each.name);
  expect(headers).toEqual([
    ...(contract.takesIdempotencyKey ? ["Idempotency-Key"] : []),
    ...(contract.takesVersion ? ["If-Match"] : []),
  ]);
  expect(operation.security).toHaveLength(routes[name].access === "public" ? 0 : 1);
  expect("requestBody" in operation).toBe(contract.bodyIs !== "none");
  expect("401" in operation.responses).toBe(
    needsToken(routes[name]) || contract.statuses.some(({ status }) => status === 401),
  );
  const described = Object.values(operation.responses)
    .map(({ description }) => description)
    .join();
  for (const code of problemCodesOf(contract)) expect(described).toContain(`\`${code}\``);
});

/** What one has read only rises, a rating is said once, a code only tells where one goes on, an authorisation is
 * withdrawn whatever one has seen, whoever objects sees no version, and a payment is no change of the case. */
const isAside: ReadonlySet<string> = new Set([
  "markMessagesRead",
  "handOver",
  "rateCase",
  "withdrawAuthorisation",
  "objectToRecords",
  "payBill",
  "abandonPayment",
]);

/** What shows a masked field, or a company whose number may stand in no address, changes nothing: twice asked for, it is twice read. */
const onlyReads: ReadonlySet<string> = new Set(["unmaskField", "readCompanyFile", "getCompanyDocument"]);

test("every POST but the public estimate and callbacks takes an idempotency key; every change of a case a version", () => {
  for (const contract of Object.values(contracts)) {
    const isChange = contract.route.method === "POST" && needsToken(contract.route) && !onlyReads.has(contract.name);
    expect(contract.takesIdempotencyKey, contract.name).toBe(isChange);
    // What one has read only rises, and is no change of the case.
    const isOfCase = contract.route.path.includes("{caseId}") && !isAside.has(contract.name);
    expect(contract.takesVersion, contract.name).toBe(isChange && isOfCase);
  }
});
